package dev.shardline.audit;

import dev.shardline.dataset.Sample;
import dev.shardline.digest.Digest;
import dev.shardline.lineage.DamagedFileException;
import dev.shardline.lineage.Ledger;
import dev.shardline.lineage.LedgerReader;
import dev.shardline.lineage.ObjectRead;
import dev.shardline.lineage.RecordEntry;
import dev.shardline.lineage.RunDescription;
import dev.shardline.lineage.RunIndex.PartEntry;
import dev.shardline.lineage.RunPaths;
import dev.shardline.lineage.SampleEntry;
import dev.shardline.lineage.SampleFate;
import dev.shardline.lineage.ShardEntry;
import java.io.IOException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Audits one part of a run: its ledger against its samples (P3), its shards against its ledger
/// (P5). Holds one part in memory.
final class PartAudit {
  private final AuditedFiles files;
  private final RunDescription run;
  private final PartEntry entry;
  private final Findings findings;
  private final Set<String> keys = new HashSet<>();
  private long records;

  PartAudit(AuditedFiles files, RunDescription run, PartEntry entry, Findings findings) {
    this.files = files;
    this.run = run;
    this.entry = entry;
    this.findings = findings;
  }

  /// @param partDigest digest of the part's samples file
  /// @param samples the part's samples, in part order
  /// @return the ledger, unless it is missing or damaged
  Optional<Ledger> run(Digest partDigest, List<Sample> samples) throws IOException {
    String path = RunPaths.ledger(entry.part());
    Optional<byte[]> bytes = files.take(path, entry.ledger());
    if (bytes.isEmpty()) {
      entry.shards().forEach(this::claim);
      return Optional.empty();
    }
    try {
      Ledger ledger = LedgerReader.read(bytes.get(), files.location(path).toString());
      header(ledger, path, partDigest);
      accountFor(ledger, samples);
      shards(ledger);
      new EqualSharesCheck(run, findings).run(ledger);
      return Optional.of(ledger);
    } catch (DamagedFileException e) {
      findings.add(Check.FILE_DAMAGED, e.place(), "a ledger as it was written", e.finding());
      return Optional.empty();
    }
  }

  /// Holds ledger and shards to the index's digests, where the part's samples cannot be read.
  void withoutSamples() throws IOException {
    files.take(RunPaths.ledger(entry.part()), entry.ledger());
    entry.shards().forEach(this::claim);
  }

  /// How many records were held to their checksums, in shards that are as their digests say.
  long records() {
    return records;
  }

  private void claim(ShardEntry shard) {
    try {
      files.verify(RunPaths.shard(entry.part().split(), shard.name()), shard.sha256());
    } catch (IOException e) {
      findings.add(Check.FILE_DAMAGED, shard.name(), "a readable shard", e);
    }
  }

  private void header(Ledger ledger, String path, Digest partDigest) {
    Object place = files.location(path);
    findings.expectEqual(Check.CHAIN_BROKEN, place, entry.part(), ledger.header().part());
    findings.expectEqual(
        Check.CHAIN_BROKEN,
        place,
        "part digest " + partDigest,
        "part digest " + ledger.header().partDigest());
    findings.expectEqual(
        Check.CHAIN_BROKEN, place, "run " + run.identity(), "run " + ledger.header().run());
    findings.expectEqual(
        Check.CHAIN_BROKEN, place, run.outputVersion(), ledger.header().outputVersion());
    findings.expectEqual(Check.CHAIN_BROKEN, place, entry.counts(), ledger.counts());
    findings.expectEqual(Check.CHAIN_BROKEN, place, entry.shards(), ledger.shards());
  }

  private void accountFor(Ledger ledger, List<Sample> samples) {
    Map<String, SampleEntry> accounted = new LinkedHashMap<>();
    for (SampleEntry sample : ledger.samples()) {
      if (accounted.put(sample.sample(), sample) != null) {
        findings.add(Check.SAMPLE_UNACCOUNTED, place(sample.sample()), "one line", "two lines");
      }
      recordKeys(sample, ledger.shards());
    }
    List<String> inOrder = List.copyOf(accounted.keySet());
    for (Sample sample : samples) {
      SampleEntry entryOfSample = accounted.remove(sample.id());
      if (entryOfSample == null) {
        findings.add(Check.SAMPLE_UNACCOUNTED, place(sample.id()), "one line", "none");
      } else {
        objects(sample, entryOfSample);
      }
    }
    accounted
        .keySet()
        .forEach(extra ->
            findings.add(
                Check.SAMPLE_UNACCOUNTED, place(extra), "a sample of the part", "none of that id"));
    if (accounted.isEmpty() && !inOrder.equals(samples.stream().map(Sample::id).toList())) {
      findings.add(Check.SAMPLE_UNACCOUNTED, entry.part(), "the part's order", "another order");
    }
  }

  private String place(String sample) {
    return entry.part() + ": sample " + sample;
  }

  private void objects(Sample sample, SampleEntry accounted) {
    findings.expectEqual(
        Check.SAMPLE_UNACCOUNTED,
        entry.part() + ": objects of " + sample.id(),
        sample.objects(),
        accounted.objects().stream().map(ObjectRead::object).toList());
    if (accounted.fate() instanceof SampleFate.Written) {
      for (ObjectRead object : accounted.objects()) {
        if (object.sha256().isEmpty()) {
          findings.add(
              Check.SAMPLE_UNACCOUNTED,
              entry.part() + ": " + object.object().location(),
              "the digest of what was read, since its sample was written",
              "none");
        }
      }
    }
  }

  /// Each output of a run has a folder, and in it each key once.
  private void recordKeys(SampleEntry accounted, List<ShardEntry> shards) {
    String key = Digest.of(accounted.sample()).shortHex();
    for (RecordEntry record : recordsOf(accounted)) {
      if (!record.key().equals(key) && !record.key().startsWith(key + "-")) {
        findings.add(Check.RECORD_KEY, accounted.sample(), key, record.key());
      }
      if (!keys.add(outputOf(record, shards) + record.key())) {
        findings.add(
            Check.RECORD_KEY, accounted.sample(), "each key once", record.key() + " again");
      }
    }
  }

  private static String outputOf(RecordEntry record, List<ShardEntry> shards) {
    String name = record.shard() < shards.size() ? shards.get(record.shard()).name() : "";
    return name.substring(0, name.lastIndexOf('/') + 1);
  }

  private static List<RecordEntry> recordsOf(SampleEntry sample) {
    return sample.fate() instanceof SampleFate.Written written ? written.records() : List.of();
  }

  private void shards(Ledger ledger) throws IOException {
    List<RecordEntry> all =
        ledger.samples().stream()
            .flatMap(sample ->
                sample.fate() instanceof SampleFate.Written written
                    ? Stream.concat(written.records().stream(), written.repeated().stream())
                    : Stream.<RecordEntry>empty())
            .toList();
    for (int i = 0; i < ledger.shards().size(); i++) {
      ShardEntry shard = ledger.shards().get(i);
      int index = i;
      List<RecordEntry> own = all.stream().filter(record -> record.shard() == index).toList();
      findings.expectEqual(
          Check.RECORD_RANGE, shard.name(), shard.records() + " records", own.size() + " records");
      records += new ShardAudit(files, entry.part().split(), shard, own, findings).run();
    }
    for (RecordEntry record : all) {
      if (record.shard() >= ledger.shards().size()) {
        findings.add(
            Check.RECORD_RANGE, record.key(), "a shard of the ledger", "shard " + record.shard());
      }
    }
  }
}
