package dev.shardline.audit;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Gathers what an audit finds. At most [#LIMIT] findings are kept, the rest is counted: a data set
/// that is wrong everywhere must not fill the memory. Not for several threads.
final class Findings {
  static final int LIMIT = 1000;

  private final List<AuditFinding> kept = new ArrayList<>();
  private long found;

  void add(Check check, Object place, Object expected, @Nullable Object foundThere) {
    found++;
    if (kept.size() < LIMIT) {
      kept.add(
          new AuditFinding(
              check, place.toString(), String.valueOf(expected), String.valueOf(foundThere)));
    }
  }

  /// Adds a finding unless the two are equal.
  void expectEqual(Check check, Object place, Object expected, Object foundThere) {
    if (!expected.equals(foundThere)) {
      add(check, place, expected, foundThere);
    }
  }

  List<AuditFinding> kept() {
    return List.copyOf(kept);
  }

  long count() {
    return found;
  }
}
