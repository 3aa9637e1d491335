package dev.shardline.worker;

import dev.shardline.dataset.PartId;
import dev.shardline.manifest.PartDescription;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// Which parts are a worker's share. A pure function of the parts and the number of workers: all
/// workers agree without talking, every part is in exactly one share.
public final class Assignment {
  private Assignment() {}

  /// A worker's share: the largest part first, always to the worker with the fewest bytes so far
  /// (the lowest rank of equals), each share in part order.
  public static List<PartId> byBytes(Collection<PartDescription> parts, Rank rank) {
    List<List<PartId>> shares = shares(parts, rank.count());
    return shares.get(rank.index()).stream().sorted().toList();
  }

  private static List<List<PartId>> shares(Collection<PartDescription> parts, int count) {
    List<PartDescription> largestFirst =
        parts.stream()
            .sorted(
                Comparator.comparingLong((PartDescription part) -> part.counts().bytes())
                    .reversed()
                    .thenComparing(PartDescription::id))
            .toList();
    List<List<PartId>> shares =
        IntStream.range(0, count).<List<PartId>>mapToObj(_ -> new ArrayList<>()).toList();
    long[] bytes = new long[count];
    for (PartDescription part : largestFirst) {
      int least = leastOf(bytes, shares);
      shares.get(least).add(part.id());
      bytes[least] += part.counts().bytes();
    }
    return shares;
  }

  private static int leastOf(long[] bytes, List<List<PartId>> shares) {
    int least = 0;
    for (int worker = 1; worker < bytes.length; worker++) {
      boolean lighter = bytes[worker] < bytes[least];
      boolean shorter =
          bytes[worker] == bytes[least] && shares.get(worker).size() < shares.get(least).size();
      if (lighter || shorter) {
        least = worker;
      }
    }
    return least;
  }
}
