package dev.shardline.audit;

import dev.shardline.manifest.CatalogEntry;
import dev.shardline.storage.ObjectLocation;
import dev.shardline.storage.StoreProvider;
import java.io.IOException;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;

/// Looks for samples of one split in another (promise P1): a subject, a group of copies, or the
/// very same bytes, as the workers read them, on both sides. Says how many subjects and groups it
/// compared, so that a clean verdict is worth something.
public final class LeakageAudit {
  private LeakageAudit() {}

  /// @param samplesOfSplit how many samples each split holds
  /// @param subjects how many different subjects were seen
  /// @param groups how many groups of two and more copies were seen
  /// @param findings what crosses, at most 1,000
  /// @param count how many findings there were in all
  public record Report(
      TreeMap<String, Long> samplesOfSplit,
      long subjects,
      long groups,
      List<AuditFinding> findings,
      long count) {
    public Report {
      findings = List.copyOf(findings);
    }

    public boolean clean() {
      return count == 0;
    }
  }

  /// Audits the finished run in `directory`.
  ///
  /// @throws java.nio.file.NoSuchFileException if there is none
  public static Report of(StoreProvider stores, ObjectLocation directory) throws IOException {
    Findings findings = new Findings();
    GroupCheck groups = new GroupCheck(findings);
    ContentCheck contents = new ContentCheck(findings);
    TreeMap<String, Long> splits = new TreeMap<>();
    TreeSet<String> subjects = new TreeSet<>();
    TreeSet<String> copies = new TreeSet<>();
    Tracer.open(stores, directory)
        .each(trace -> {
          splits.merge(trace.part().split().name(), 1L, Long::sum);
          subjects.add(trace.sample().subject());
          if (!trace.sample().duplicateGroup().isEmpty()) {
            copies.add(trace.sample().duplicateGroup());
          }
          groups.add(new CatalogEntry(trace.sample(), trace.part().split()));
          contents.add(trace.part().split(), trace.accounted());
        });
    return new Report(splits, subjects.size(), copies.size(), findings.kept(), findings.count());
  }
}
