package dev.shardline.faults;

import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/// Which requests fail, and how. Called by many threads.
@FunctionalInterface
public interface FaultPlan {
  /// Nothing fails.
  FaultPlan NONE = (_, _) -> Fault.NONE;

  /// The fate of a request.
  ///
  /// @param request method, path and query, with the range if there is one: the same for every
  ///   repeat
  /// @param repeat how often the same request came before
  Fault faultOf(String request, int repeat);

  /// Some requests fail, chosen by the seed and the request alone, so that the same requests fail
  /// whatever the threads do.
  ///
  /// @param share of the requests, in 0..1
  /// @param faults what may happen
  /// @param mostInARow after so many faults of the same request the next repeat succeeds
  static FaultPlan seeded(long seed, double share, Set<Fault> faults, int mostInARow) {
    List<Fault> kinds = faults.stream().sorted().toList();
    return (request, repeat) -> {
      SplittableRandom random = new SplittableRandom(seed * 31 + request.hashCode() + 7L * repeat);
      boolean spared = repeat % (mostInARow + 1) == mostInARow || random.nextDouble() >= share;
      return spared ? Fault.NONE : kinds.get(random.nextInt(kinds.size()));
    };
  }

  /// Every request whose method, path and query contain `part` fails in the same way, `times`
  /// times.
  static FaultPlan first(int times, Fault fault, String part) {
    return (request, repeat) -> request.contains(part) && repeat < times ? fault : Fault.NONE;
  }
}
