package dev.shardline.audit;

import dev.shardline.dataset.PartId;
import dev.shardline.digest.Digest;
import dev.shardline.failure.MalformedDataException;
import dev.shardline.lineage.DamagedFileException;
import dev.shardline.lineage.FateCounts;
import dev.shardline.lineage.Ledger;
import dev.shardline.lineage.RunDescription;
import dev.shardline.lineage.RunIndex;
import dev.shardline.lineage.RunIndex.PartEntry;
import dev.shardline.lineage.RunPaths;
import dev.shardline.lineage.ShardEntry;
import dev.shardline.manifest.BuiltDataset;
import dev.shardline.manifest.DatasetDescription;
import dev.shardline.manifest.DatasetDescriptionParser;
import dev.shardline.manifest.DatasetFiles;
import dev.shardline.manifest.PartDescription;
import dev.shardline.storage.ObjectLocation;
import dev.shardline.storage.StoreProvider;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Audits a run from its files alone: from `index.json` over ledgers, shards, parts and manifests
/// to the catalog. Reads every byte of the run and of its data set's files, and nothing of the
/// sources.
public final class RunAudit {
  private final StoreProvider stores;
  private final ObjectLocation directory;
  private final Findings findings = new Findings();
  private final ContentCheck contents = new ContentCheck(findings);
  private FateCounts samples = FateCounts.NONE;
  private long records;
  private long datasetFiles;
  private long datasetBytes;

  private RunAudit(StoreProvider stores, ObjectLocation directory) {
    this.stores = stores;
    this.directory = directory.asDirectory();
  }

  /// Audits the run in `directory`.
  ///
  /// @param expected the root digest that was kept elsewhere; empty to trust the run's own
  /// @throws java.nio.file.NoSuchFileException if there is no finished run
  /// @throws IOException if a file cannot be read for another reason than that it is wrong
  public static AuditReport verify(
      StoreProvider stores, ObjectLocation directory, Optional<Digest> expected)
      throws IOException {
    return new RunAudit(stores, directory).run(expected);
  }

  private AuditReport run(Optional<Digest> expected) throws IOException {
    AuditedFiles files = new AuditedFiles(stores.storeOf(directory), directory, findings);
    Optional<byte[]> index = files.take(RunIndex.FILE_NAME);
    Optional<Digest> root = index.map(Digest::of);
    if (expected.isPresent() && root.isPresent()) {
      findings.expectEqual(
          Check.ROOT_DIFFERS, place(files, RunIndex.FILE_NAME), expected.get(), root.get());
    }
    Optional<byte[]> description = files.take(RunDescription.FILE_NAME);
    if (index.isPresent() && description.isPresent()) {
      chain(files, index.get(), description.get());
    }
    files.reportUnclaimed(RunPaths::isNoEvidence);
    return new AuditReport(
        directory.toString(),
        root.orElse(null),
        new AuditReport.Checked(
            files.files() + datasetFiles, files.bytes() + datasetBytes, samples, records),
        findings.kept(),
        findings.count());
  }

  private void chain(AuditedFiles files, byte[] indexBytes, byte[] descriptionBytes)
      throws IOException {
    try {
      RunIndex index = RunIndex.read(indexBytes, place(files, RunIndex.FILE_NAME));
      findings.expectEqual(
          Check.FILE_CHANGED,
          place(files, RunDescription.FILE_NAME),
          "SHA-256 " + index.runDigest(),
          "SHA-256 " + Digest.of(descriptionBytes));
      RunDescription run =
          RunDescription.read(descriptionBytes, place(files, RunDescription.FILE_NAME));
      findings.expectEqual(
          Check.CHAIN_BROKEN,
          place(files, RunIndex.FILE_NAME),
          "run " + run.identity(),
          "run " + index.run());
      Optional<DatasetDescription> dataset = dataset(run);
      new FittedCheck(files, findings).run(run, dataset);
      for (ShardEntry file : index.files()) {
        files.verify(file.name(), file.sha256());
      }
      parts(files, run, index, dataset);
    } catch (DamagedFileException e) {
      findings.add(Check.FILE_DAMAGED, e.place(), "the file as it was written", e.finding());
    }
  }

  private Optional<DatasetDescription> dataset(RunDescription run) throws IOException {
    AuditedFiles files = new AuditedFiles(stores.storeOf(run.dataset()), run.dataset(), findings);
    Optional<byte[]> bytes = files.take(DatasetFiles.DESCRIPTION, run.datasetDigest());
    if (bytes.isEmpty()) {
      return Optional.empty();
    }
    try {
      DatasetDescription description = DatasetDescriptionParser.parse(bytes.get());
      if (!Arrays.equals(DatasetDescriptionParser.toBytes(description), bytes.get())) {
        findings.add(
            Check.FILE_DAMAGED,
            place(files, DatasetFiles.DESCRIPTION),
            "its canonical form",
            "another form of the same facts");
      }
      new DatasetAudit(files, description, findings).run();
      datasetFiles = files.files();
      datasetBytes = files.bytes();
      return Optional.of(description);
    } catch (MalformedDataException e) {
      findings.add(
          Check.FILE_DAMAGED,
          place(files, DatasetFiles.DESCRIPTION),
          "dataset.json",
          e.getMessage());
      return Optional.empty();
    }
  }

  private void parts(
      AuditedFiles files, RunDescription run, RunIndex index, Optional<DatasetDescription> dataset)
      throws IOException {
    Map<PartId, PartDescription> planned = new TreeMap<>();
    dataset.ifPresent(known -> known.parts().forEach(part -> planned.put(part.id(), part)));
    for (PartEntry entry : index.parts()) {
      PartDescription part = planned.remove(entry.part());
      if (part == null && dataset.isPresent()) {
        findings.add(
            Check.CHAIN_BROKEN, entry.part(), "a part of the data set", "none of that name");
      }
      if (part != null) {
        part(files, run, entry, part);
      }
    }
    planned
        .keySet()
        .forEach(
            part -> findings.add(Check.SAMPLE_UNACCOUNTED, part, "an entry in index.json", "none"));
  }

  private void part(AuditedFiles files, RunDescription run, PartEntry entry, PartDescription part)
      throws IOException {
    PartAudit audit = new PartAudit(files, run, entry, findings);
    try {
      Optional<Ledger> ledger =
          audit.run(part.samples(), BuiltDataset.open(stores, run.dataset()).samples(part.id()));
      ledger.ifPresent(read -> {
        samples = samples.plus(read.counts());
        contents.add(read);
      });
    } catch (DamagedFileException | NoSuchFileException e) {
      // The data set's audit has named the samples file; what was made of it is still held to
      // digests.
      audit.withoutSamples();
    }
    records += audit.records();
  }

  private static String place(AuditedFiles files, String path) {
    return files.location(path).toString();
  }
}
