package dev.shardline.audit;

import dev.shardline.lineage.EqualShares;
import dev.shardline.lineage.EqualShares.Remainder;
import dev.shardline.lineage.Ledger;
import dev.shardline.lineage.RecordEntry;
import dev.shardline.lineage.RunDescription;
import dev.shardline.lineage.SampleEntry;
import dev.shardline.lineage.SampleFate;
import dev.shardline.lineage.ShardEntry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// Holds a part to the run's wish for equal shares: the shards of every rank hold equally many
/// records, and nothing was repeated or left out beyond what that takes.
final class EqualSharesCheck {
  private final RunDescription run;
  private final Findings findings;

  EqualSharesCheck(RunDescription run, Findings findings) {
    this.run = run;
    this.findings = findings;
  }

  void run(Ledger ledger) {
    try {
      EqualShares shares = EqualShares.of(run.output());
      int ranks = shares.ranksOf(ledger.header().part().split());
      equal(ledger, ranks);
      extras(ledger, shares, ranks);
    } catch (IllegalArgumentException e) {
      findings.add(
          Check.FILE_DAMAGED, RunDescription.FILE_NAME, "an output section", e.getMessage());
    }
  }

  private void equal(Ledger ledger, int ranks) {
    SortedMap<String, List<ShardEntry>> outputs = new TreeMap<>();
    for (ShardEntry shard : ledger.shards()) {
      if (shard.records() > 0) {
        outputs.computeIfAbsent(folder(shard.name()), _ -> new ArrayList<>()).add(shard);
      }
    }
    outputs.forEach((output, shards) -> {
      long[] records = new long[ranks];
      for (int i = 0; i < shards.size(); i++) {
        records[i % ranks] += shards.get(i).records();
      }
      for (int rank = 1; rank < ranks; rank++) {
        findings.expectEqual(
            Check.UNEQUAL_SHARES,
            "%s, %srank %d of %d".formatted(ledger.header().part(), output, rank, ranks),
            records[0] + " records",
            records[rank] + " records");
      }
    });
  }

  private void extras(Ledger ledger, EqualShares shares, int ranks) {
    Map<String, Integer> repeated = new HashMap<>();
    Map<String, Integer> leftOut = new HashMap<>();
    for (SampleEntry sample : ledger.samples()) {
      if (sample.fate() instanceof SampleFate.Written written) {
        written.leftOut().forEach(key -> leftOut.merge(folder(key), 1, Integer::sum));
        for (RecordEntry record : written.repeated()) {
          repeated.merge(output(record, ledger), 1, Integer::sum);
          original(sample, written, record, ledger);
        }
      }
    }
    requireAtMost(ledger, repeated, "repeated", shares.remainder() == Remainder.PAD ? ranks : 1);
    requireAtMost(ledger, leftOut, "left out", shares.remainder() == Remainder.DROP ? ranks : 1);
  }

  private void original(
      SampleEntry sample, SampleFate.Written written, RecordEntry again, Ledger ledger) {
    boolean known =
        written.records().stream()
            .anyMatch(record ->
                record.key().equals(again.key())
                    && record.crc32c().equals(again.crc32c())
                    && record.length() == again.length()
                    && output(record, ledger).equals(output(again, ledger)));
    if (!known) {
      findings.add(
          Check.UNEQUAL_SHARES,
          sample.sample(),
          "a repeated record of the same key and bytes as one before",
          again.key() + ", which is none");
    }
  }

  private void requireAtMost(Ledger ledger, Map<String, Integer> counts, String what, int ranks) {
    new TreeMap<>(counts)
        .forEach((output, count) -> {
          if (count >= ranks) {
            findings.add(
                Check.UNEQUAL_SHARES,
                ledger.header().part() + (output.isEmpty() ? "" : ", " + output),
                "at most %d records %s".formatted(ranks - 1, what),
                count);
          }
        });
  }

  private static String output(RecordEntry record, Ledger ledger) {
    return record.shard() < ledger.shards().size()
        ? folder(ledger.shards().get(record.shard()).name())
        : "";
  }

  private static String folder(String name) {
    return name.substring(0, name.lastIndexOf('/') + 1);
  }
}
