package dev.shardline.audit;

import dev.shardline.dataset.Sample;
import dev.shardline.dataset.Split;
import dev.shardline.manifest.CatalogEntry;
import java.util.HashMap;
import java.util.Map;

/// Whether every subject and every group of copies lies whole in one split (promise P1). Remembers
/// the split of each subject and each group: its memory grows with them.
final class GroupCheck {
  private final Findings findings;
  private final Map<String, Split> subjects = new HashMap<>();
  private final Map<String, Split> copies = new HashMap<>();

  GroupCheck(Findings findings) {
    this.findings = findings;
  }

  void add(CatalogEntry entry) {
    Sample sample = entry.sample();
    check(Check.SUBJECT_CROSSES, subjects, sample.subject(), entry);
    String group = sample.duplicateGroup().isEmpty() ? sample.id() : sample.duplicateGroup();
    check(Check.COPIES_CROSS, copies, group, entry);
  }

  private void check(Check check, Map<String, Split> seen, String group, CatalogEntry entry) {
    Split first = seen.putIfAbsent(group, entry.split());
    if (first != null && !first.equals(entry.split())) {
      findings.add(
          check,
          "\"%s\" of sample %s".formatted(group, entry.sample().id()),
          "split " + first + ", where its other samples are",
          "split " + entry.split());
    }
  }
}
