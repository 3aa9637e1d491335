package dev.shardline.audit;

import dev.shardline.digest.Digest;
import dev.shardline.lineage.FateCounts;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The verdict of an audit.
///
/// @param run the run's folder
/// @param rootOrNull digest of `index.json`, to be kept elsewhere and given to a later audit; null
///   if it could not be read
/// @param checked what was looked at
/// @param findings what is wrong, in the order it was found, at most 1,000
/// @param count how many findings there were in all
public record AuditReport(
    String run,
    @Nullable Digest rootOrNull,
    Checked checked,
    List<AuditFinding> findings,
    long count) {
  /// How much an audit looked at, so that a clean verdict says what it is worth.
  ///
  /// @param files files whose digest was taken
  /// @param bytes their bytes
  /// @param records records whose range was held to its digest
  public record Checked(long files, long bytes, FateCounts samples, long records) {}

  public AuditReport {
    findings = List.copyOf(findings);
  }

  /// Whether nothing is wrong.
  public boolean clean() {
    return count == 0;
  }
}
