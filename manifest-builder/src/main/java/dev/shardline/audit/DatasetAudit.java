package dev.shardline.audit;

import dev.shardline.dataset.Sample;
import dev.shardline.dataset.SourceObject;
import dev.shardline.dataset.Split;
import dev.shardline.failure.MalformedDataException;
import dev.shardline.manifest.CatalogEntry;
import dev.shardline.manifest.CatalogReader;
import dev.shardline.manifest.DatasetDescription;
import dev.shardline.manifest.DatasetFiles;
import dev.shardline.manifest.FileDigest;
import dev.shardline.manifest.PartDescription;
import dev.shardline.manifest.SageMakerManifestParser;
import dev.shardline.manifest.SplitDescription;
import dev.shardline.storage.ObjectLocation;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/// Audits a built data set: promises P1 and P2 and the digests of its files.
final class DatasetAudit {
  /// The file that tells people, and is no evidence.
  private static final String REPORT = "report.html";

  private final AuditedFiles files;
  private final DatasetDescription description;
  private final Findings findings;
  private final GroupCheck groups;

  /// What the catalog and the parts say of each split, as sums that do not depend on order.
  private final TreeMap<String, MultisetDigest> catalogSamples = new TreeMap<>();

  private final TreeMap<String, MultisetDigest> catalogObjects = new TreeMap<>();

  DatasetAudit(AuditedFiles files, DatasetDescription description, Findings findings) {
    this.files = files;
    this.description = description;
    this.findings = findings;
    this.groups = new GroupCheck(findings);
  }

  /// Holds every file to its digest, and catalog, manifests and parts against each other.
  void run() throws IOException {
    for (FileDigest file : description.files()) {
      if (files.verify(file.path(), file.sha256()) && file.path().equals(DatasetFiles.CATALOG)) {
        catalog();
      }
    }
    for (SplitDescription split : description.splits()) {
      MultisetDigest partSamples = new MultisetDigest();
      for (PartDescription part : split.parts()) {
        part(part, partSamples);
      }
      compare(split, "the parts' samples", catalogSamples, partSamples);
      compare(split, "the split's manifests", catalogObjects, manifests(split.manifests()));
    }
    files.reportUnclaimed(REPORT::equals);
  }

  private void catalog() throws IOException {
    String previous = "";
    try (InputStream in = files.open(DatasetFiles.CATALOG);
        CatalogReader reader = new CatalogReader(in)) {
      for (Optional<CatalogEntry> next = reader.next(); next.isPresent(); next = reader.next()) {
        Sample sample = next.get().sample();
        if (ObjectLocation.KEY_ORDER.compare(previous, sample.id()) >= 0) {
          findings.add(
              Check.SAMPLE_TWICE,
              sample.id(),
              "samples in id order, each once",
              "it follows \"%s\"".formatted(previous));
        }
        previous = sample.id();
        remember(next.get());
      }
    } catch (MalformedDataException e) {
      findings.add(
          Check.FILE_DAMAGED, files.location(DatasetFiles.CATALOG), "a catalog", e.getMessage());
    }
  }

  private void remember(CatalogEntry entry) {
    groups.add(entry);
    String split = entry.split().name();
    digest(catalogSamples, split).add(entry.sample().toString());
    for (SourceObject object : entry.sample().objects()) {
      digest(catalogObjects, split).add(object.location().toString());
    }
  }

  private void part(PartDescription part, MultisetDigest partSamples) throws IOException {
    String path = DatasetFiles.samples(part.id());
    Optional<byte[]> bytes = files.take(path, part.samples());
    List<String> objects = new ArrayList<>();
    if (bytes.isPresent()) {
      try (CatalogReader reader = new CatalogReader(new ByteArrayInputStream(bytes.get()))) {
        for (Optional<CatalogEntry> next = reader.next(); next.isPresent(); next = reader.next()) {
          Sample sample = next.get().sample();
          findings.expectEqual(
              Check.CHAIN_BROKEN, files.location(path), part.id().split(), next.get().split());
          partSamples.add(sample.toString());
          sample.objects().forEach(object -> objects.add(object.location().toString()));
        }
      } catch (MalformedDataException e) {
        findings.add(Check.FILE_DAMAGED, files.location(path), "a samples file", e.getMessage());
      }
    }
    MultisetDigest expected = new MultisetDigest();
    objects.forEach(expected::add);
    findings.expectEqual(
        Check.PARTS_INCOMPLETE,
        part.id() + ": its manifests against its samples file",
        expected,
        manifests(part.manifests()));
  }

  private MultisetDigest manifests(List<FileDigest> manifests) throws IOException {
    MultisetDigest digest = new MultisetDigest();
    for (FileDigest manifest : manifests) {
      if (!files.verify(manifest.path(), manifest.sha256())) {
        continue;
      }
      List<String> pending = new ArrayList<>();
      try (InputStream in = files.open(manifest.path())) {
        String prefix = SageMakerManifestParser.stream(in, pending::add);
        pending.forEach(suffix -> digest.add(prefix + suffix));
      } catch (MalformedDataException e) {
        findings.add(
            Check.FILE_DAMAGED, files.location(manifest.path()), "a ManifestFile", e.getMessage());
      }
    }
    return digest;
  }

  private void compare(
      SplitDescription split,
      String what,
      TreeMap<String, MultisetDigest> catalog,
      MultisetDigest found) {
    findings.expectEqual(
        Check.PARTS_INCOMPLETE,
        split.split() + ": " + what + " against the catalog",
        catalog.getOrDefault(split.split().name(), new MultisetDigest()),
        found);
  }

  private static MultisetDigest digest(TreeMap<String, MultisetDigest> digests, String split) {
    return digests.computeIfAbsent(new Split(split).name(), _ -> new MultisetDigest());
  }
}
