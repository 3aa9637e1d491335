package dev.shardline.audit;

import dev.shardline.dataset.Split;
import dev.shardline.digest.Digest;
import dev.shardline.lineage.Ledger;
import dev.shardline.lineage.ObjectRead;
import dev.shardline.lineage.SampleEntry;
import java.util.HashMap;
import java.util.Map;

/// Whether the same bytes were read for samples of several splits (promise P1), whatever the
/// catalog says of them. Judged by the digests of all objects of a sample together, so that a
/// sidecar that many samples have alike proves nothing.
final class ContentCheck {
  private record Seen(Split split, String sample) {}

  private final Findings findings;
  private final Map<Digest, Seen> seen = new HashMap<>();

  ContentCheck(Findings findings) {
    this.findings = findings;
  }

  void add(Ledger ledger) {
    ledger.samples().forEach(entry -> add(ledger.header().part().split(), entry));
  }

  /// Samples that were not read whole are passed over.
  void add(Split split, SampleEntry entry) {
    if (entry.objects().stream().anyMatch(read -> read.sha256().isEmpty())) {
      return;
    }
    StringBuilder content = new StringBuilder();
    for (ObjectRead read : entry.objects()) {
      read.sha256().ifPresent(digest -> content.append(digest.hex()).append('\n'));
    }
    Seen first = seen.putIfAbsent(Digest.of(content.toString()), new Seen(split, entry.sample()));
    if (first != null && !first.split().equals(split)) {
      findings.add(
          Check.CONTENT_CROSSES,
          entry.sample(),
          "split %s, where %s has the same bytes".formatted(first.split(), first.sample()),
          "split " + split);
    }
  }
}
