package dev.shardline.benchmark.worker;

import dev.shardline.dataset.ClassLabel;
import dev.shardline.dataset.PartId;
import dev.shardline.dataset.Sample;
import dev.shardline.dataset.SourceObject;
import dev.shardline.dataset.Split;
import dev.shardline.digest.CanonicalJson;
import dev.shardline.digest.Digest;
import dev.shardline.flow.SampleSource;
import dev.shardline.manifest.CatalogEntry;
import dev.shardline.manifest.CatalogWriter;
import dev.shardline.manifest.Counts;
import dev.shardline.manifest.DatasetDescription;
import dev.shardline.manifest.DatasetDescriptionParser;
import dev.shardline.manifest.DatasetFiles;
import dev.shardline.manifest.FileDigest;
import dev.shardline.manifest.PartDescription;
import dev.shardline.manifest.SourceDescription;
import dev.shardline.manifest.SplitDescription;
import dev.shardline.storage.Content;
import dev.shardline.storage.ObjectLocation;
import dev.shardline.storage.ObjectStore;
import dev.shardline.storage.ObjectVersion;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// A data set whose samples all hold the same bytes, which no store keeps.
///
/// @param samples how many
/// @param content of each
record SyntheticDataset(int samples, byte[] content) {
  private static final int PER_PART = 5000;
  private static final int SMALL_PARTS = 8;

  /// Writes the data set's files into `directory`.
  void build(ObjectStore store, ObjectLocation directory) throws IOException {
    int perPart = Math.clamp(samples / SMALL_PARTS, 1, PER_PART);
    List<PartDescription> parts = new ArrayList<>();
    for (int first = 0; first < samples; first += perPart) {
      parts.add(part(store, directory, parts.size(), first, Math.min(samples, first + perPart)));
    }
    Counts all = new Counts(samples, samples, (long) samples * content.length);
    SplitDescription train =
        new SplitDescription(
            Split.TRAIN, BigDecimal.ONE, all, all.samples(), List.of(), List.of(), parts);
    DatasetDescription description =
        new DatasetDescription(
            "synthetic",
            "benchmark",
            null,
            CanonicalJson.object(),
            new SourceDescription(List.of("synthetic"), all.objects(), 0, all),
            List.of(train),
            List.of(),
            List.of());
    var ignored =
        store.write(
            directory.resolve(DatasetFiles.DESCRIPTION),
            Content.ofBytes(DatasetDescriptionParser.toBytes(description)));
  }

  private PartDescription part(
      ObjectStore store, ObjectLocation directory, int number, int first, int end)
      throws IOException {
    PartId id = new PartId(Split.TRAIN, number);
    CatalogWriter rows = new CatalogWriter(List.of());
    for (int i = first; i < end; i++) {
      rows.add(new CatalogEntry(sample(i), Split.TRAIN));
    }
    byte[] file = rows.text().getBytes(StandardCharsets.UTF_8);
    var ignored = store.write(directory.resolve(DatasetFiles.samples(id)), Content.ofBytes(file));
    int count = end - first;
    return new PartDescription(
        id,
        new Counts(count, count, (long) count * content.length),
        Digest.of(file),
        List.of(new FileDigest(DatasetFiles.partManifest(id, 0), 0, Digest.of(id.toString()))));
  }

  private Sample sample(int number) {
    String id = "%08d.jpg".formatted(number);
    return new Sample(
        id,
        List.of(
            new SourceObject(
                ObjectLocation.parse("memory://synthetic/" + id),
                content.length,
                ObjectVersion.ANY)),
        id,
        "",
        new ClassLabel("one", 0),
        Map.of());
  }

  /// Gives the samples' bytes.
  ///
  /// @param latency how long every request waits
  SampleSource source(Duration latency) {
    return (_, range) -> {
      if (!latency.isZero()) {
        await(latency);
      }
      int from = (int) Math.min(range.offset(), content.length);
      return new ByteArrayInputStream(Arrays.copyOfRange(content, from, content.length));
    };
  }

  private static void await(Duration latency) {
    try {
      Thread.sleep(latency);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
