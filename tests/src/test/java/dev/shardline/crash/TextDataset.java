package dev.shardline.crash;

import dev.shardline.dataset.ClassLabel;
import dev.shardline.dataset.PartId;
import dev.shardline.dataset.Sample;
import dev.shardline.dataset.SourceObject;
import dev.shardline.dataset.Split;
import dev.shardline.digest.CanonicalJson;
import dev.shardline.digest.Digest;
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
import dev.shardline.storage.ObjectSummary;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A data set of small texts, of which every seventh is empty and so ends in quarantine.
final class TextDataset {
  private static final int PARTS = 3;
  private static final int SAMPLES_PER_PART = 8;
  private static final int EMPTY = 7;

  private TextDataset() {}

  /// Writes sources below `directory/source/` and the data set into `directory`.
  static void build(ObjectStore store, ObjectLocation directory) throws IOException {
    List<PartDescription> parts = new ArrayList<>();
    Counts all = Counts.NONE;
    for (int number = 0; number < PARTS; number++) {
      PartDescription part = part(store, directory, new PartId(Split.TRAIN, number));
      parts.add(part);
      all = all.plus(part.counts());
    }
    DatasetDescription description =
        new DatasetDescription(
            "texts",
            "test",
            null,
            CanonicalJson.object(),
            new SourceDescription(List.of("texts"), all.objects(), 0, all),
            List.of(
                new SplitDescription(
                    Split.TRAIN, BigDecimal.ONE, all, all.samples(), List.of(), List.of(), parts)),
            List.of(),
            List.of());
    store.write(
        directory.resolve(DatasetFiles.DESCRIPTION),
        Content.ofBytes(DatasetDescriptionParser.toBytes(description)));
  }

  private static PartDescription part(ObjectStore store, ObjectLocation directory, PartId id)
      throws IOException {
    CatalogWriter rows = new CatalogWriter(List.of());
    Counts counts = Counts.NONE;
    for (int i = 0; i < SAMPLES_PER_PART; i++) {
      Sample sample = sample(store, directory, id.number() * SAMPLES_PER_PART + i);
      rows.add(new CatalogEntry(sample, id.split()));
      counts = counts.plus(new Counts(1, 1, sample.bytes()));
    }
    byte[] file = rows.text().getBytes(StandardCharsets.UTF_8);
    store.write(directory.resolve(DatasetFiles.samples(id)), Content.ofBytes(file));
    FileDigest manifest =
        new FileDigest(DatasetFiles.partManifest(id, 0), 0, Digest.of(id.toString()));
    return new PartDescription(id, counts, Digest.of(file), List.of(manifest));
  }

  private static Sample sample(ObjectStore store, ObjectLocation directory, int number)
      throws IOException {
    String id = "text-" + number;
    String text = number % EMPTY == 0 ? "" : "this is text number " + number;
    ObjectSummary object = store.write(directory.resolve("source/" + id), Content.ofText(text));
    return new Sample(
        id,
        List.of(new SourceObject(object.location(), object.bytes(), object.version())),
        id,
        "",
        new ClassLabel("text", 0),
        Map.of());
  }
}
