package dev.shardline.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import blue.strategic.parquet.Dehydrator;
import blue.strategic.parquet.ParquetWriter;
import dev.shardline.config.Config;
import dev.shardline.dataset.Sample;
import dev.shardline.dataset.SourceObject;
import dev.shardline.failure.UsageException;
import dev.shardline.manifest.BuiltDataset;
import dev.shardline.manifest.CatalogEntry;
import dev.shardline.storage.Content;
import dev.shardline.storage.ObjectLocation;
import dev.shardline.storage.memory.MemoryStore;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Types;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Every kind of source gives the data set that listing its objects gives.
class SourcesTest {
  private static final String INVENTORY = "logs/bucket/daily/";
  private static final List<String> ODD =
      List.of("none/s100/a b+c.jpg", "none/s101/ü🧠%20.jpg", "none/s102/\"x\",y.jpg");

  private final MemoryStore store = new MemoryStore();

  @TempDir private Path folder = Path.of("");

  private void fill() throws IOException {
    for (String label : List.of("glioma", "meningioma", "none")) {
      for (int i = 0; i < 12; i++) {
        SmallDataset.put(store, "%s/s%03d/%d.jpg".formatted(label, i, i), label + i);
      }
    }
    for (String key : ODD) {
      SmallDataset.put(store, key, key);
    }
  }

  private List<Sample> build(String source) throws IOException {
    String yaml =
        """
        dataset:
          name: sources
          source: %s
          pattern: "(?<label>[^/]+)/(?<subject>[^/]+)/[^/]+"
        """
            .formatted(source);
    return samples(yaml);
  }

  private List<Sample> samples(String yaml) throws IOException {
    Config config = Config.parse(yaml, "shardline.yaml", Path.of("/data"), List.of());
    BuildResult result = SmallDataset.build(store, DatasetSection.read(config.root()));
    List<CatalogEntry> entries = new ArrayList<>();
    BuiltDataset.open(_ -> store, result.directory()).catalog(entries::add);
    return entries.stream().map(CatalogEntry::sample).toList();
  }

  private void write(String key, byte[] bytes) throws IOException {
    store.write(ObjectLocation.parse("memory://bucket/" + key), Content.ofBytes(bytes));
  }

  private void write(String key, String text) throws IOException {
    write(key, text.getBytes(StandardCharsets.UTF_8));
  }

  private List<SourceObject> objects() throws IOException {
    return build(SmallDataset.SOURCE.toString()).stream()
        .flatMap(sample -> sample.objects().stream())
        .toList();
  }

  @Test
  void aManifestNamesTheSameObjectsAsAListing() throws Exception {
    fill();
    StringBuilder manifest = new StringBuilder("[{\"prefix\": \"memory://bucket/mri/\"}");
    for (SourceObject object : objects()) {
      String suffix = object.location().key().substring("mri/".length());
      manifest.append(",\n\"").append(suffix.replace("\"", "\\\"")).append('"');
    }
    write("lists/all.manifest", manifest + "]");
    assertThat(build("{kind: manifest, location: memory://bucket/lists/all.manifest}"))
        .isEqualTo(build(SmallDataset.SOURCE.toString()));
  }

  @Test
  void aTableOfUrisMayHaveQuotedNamesAndRepeatedRows() throws Exception {
    fill();
    StringBuilder csv = new StringBuilder("\uFEFFsite,uri\r\n");
    for (SourceObject object : objects()) {
      String row =
          "\"two\nlines\",\"%s\"\r\n".formatted(object.location().toString().replace("\"", "\"\""));
      csv.append(row).append(row);
    }
    write("lists/all.csv", csv.toString());
    assertThat(build("{kind: list, location: memory://bucket/lists/all.csv}"))
        .isEqualTo(build(SmallDataset.SOURCE.toString()));
  }

  @Test
  void jsonLinesAndRelativePathsNameObjectsToo() throws Exception {
    fill();
    StringBuilder lines = new StringBuilder();
    for (SourceObject object : objects()) {
      String path = "../" + object.location().key();
      lines.append("{\"file\": \"").append(object.location().toString().replace("\"", "\\\""));
      lines.append("\", \"note\": \"").append(path.length()).append("\"}\n");
    }
    write("lists/all.jsonl", lines.toString());
    assertThat(build("{kind: list, location: memory://bucket/lists/all.jsonl, column: file}"))
        .isEqualTo(build(SmallDataset.SOURCE.toString()));
    write(
        "mri/list.txt",
        "glioma/s001/1.jpg\nglioma/s002/2.jpg\nglioma/s003/3.jpg\nglioma/s004/4.jpg\n");
    assertThat(
            build(
                "{kind: list, location: memory://bucket/mri/list.txt, root: memory://bucket/mri}"))
        .extracting(Sample::id)
        .containsExactly(
            "glioma/s001/1.jpg", "glioma/s002/2.jpg", "glioma/s003/3.jpg", "glioma/s004/4.jpg");
  }

  @Test
  void aListThatNamesWhatIsNotThereIsRefused() throws Exception {
    fill();
    write("lists/bad.txt", "memory://bucket/mri/glioma/s001/1.jpg\nmemory://bucket/mri/gone.jpg\n");
    assertThatThrownBy(() -> build("{kind: list, location: memory://bucket/lists/bad.txt}"))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining(
            "1 of 2 objects that are named are not there, such as [memory://bucket/mri/gone.jpg]");
  }

  private void inventory(String format, String schema, String file, byte[] data) throws Exception {
    String md5 = HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(data));
    write(INVENTORY + "data/" + file, data);
    write(
        INVENTORY + "2026-01-01T00-00Z/manifest.json",
        """
        {"sourceBucket": "bucket", "destinationBucket": "arn:aws:s3:::logs", "fileFormat": "%s",
         "fileSchema": "%s", "files": [{"key": "any/data/%s", "size": %d, "MD5checksum": "%s"}]}
        """
            .formatted(format, schema, file, data.length, md5));
  }

  private List<Sample> buildInventory() throws IOException {
    return build(
        "{kind: inventory, location: memory://bucket/%s2026-01-01T00-00Z/manifest.json, prefix: mri/}"
            .formatted(INVENTORY));
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return out.toByteArray();
  }

  @Test
  void aCsvInventoryListsTheCurrentObjects() throws Exception {
    fill();
    StringBuilder csv = new StringBuilder();
    for (SourceObject object : objects()) {
      String key = URLEncoder.encode(object.location().key(), StandardCharsets.UTF_8);
      csv.append(
          "\"bucket\",\"%s\",\"\",\"true\",\"false\",\"%d\",\"%s\"\n"
              .formatted(key, object.bytes(), object.version().etag()));
      csv.append("\"bucket\",\"%s\",\"v0\",\"false\",\"false\",\"1\",\"old\"\n".formatted(key));
    }
    csv.append("\"bucket\",\"mri%2Fdeleted\",\"v1\",\"true\",\"true\",\"\",\"\"\n");
    csv.append("\"bucket\",\"other%2Fobject\",\"\",\"true\",\"false\",\"7\",\"e\"\n");
    inventory(
        "CSV",
        "Bucket, Key, VersionId, IsLatest, IsDeleteMarker, Size, ETag",
        "a.csv.gz",
        gzip(csv.toString()));
    assertThat(buildInventory()).isEqualTo(build(SmallDataset.SOURCE.toString()));
  }

  @Test
  void aParquetInventoryListsTheSame() throws Exception {
    fill();
    MessageType schema =
        new MessageType(
            "s3.inventory",
            text("bucket"),
            text("key"),
            Types.optional(PrimitiveTypeName.INT64).named("size"),
            text("e_tag"));
    Path file = folder.resolve("a.parquet");
    Dehydrator<SourceObject> columns =
        (object, values) -> {
          values.write("bucket", "bucket");
          values.write("key", object.location().key());
          values.write("size", object.bytes());
          values.write("e_tag", object.version().etag());
        };
    try (ParquetWriter<SourceObject> writer =
        ParquetWriter.writeFile(schema, file.toFile(), columns)) {
      for (SourceObject object : objects()) {
        writer.write(object);
      }
    }
    inventory("Parquet", "message s3.inventory { }", "a.parquet", Files.readAllBytes(file));
    assertThat(buildInventory()).isEqualTo(build(SmallDataset.SOURCE.toString()));
  }

  private static org.apache.parquet.schema.Type text(String name) {
    return Types.optional(PrimitiveTypeName.BINARY)
        .as(LogicalTypeAnnotation.stringType())
        .named(name);
  }

  @Test
  void malformedInventoriesAreNamed() throws Exception {
    fill();
    inventory(
        "Parquet", "x", "a.parquet", "PAR1 but not really PAR1".getBytes(StandardCharsets.UTF_8));
    assertThatThrownBy(this::buildInventory)
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("any/data/a.parquet is no readable Parquet file");
    inventory("CSV", "Bucket, Key, Size", "a.csv.gz", gzip("\"bucket\",\"mri%2Fx\"\n"));
    assertThatThrownBy(this::buildInventory)
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("Row 1 of the inventory's data file any/data/a.csv.gz: expected 3");
    inventory("CSV", "Bucket, Key, Size", "a.csv.gz", "plain".getBytes(StandardCharsets.UTF_8));
    assertThatThrownBy(this::buildInventory).hasMessageContaining("is no gzip file");
    write(INVENTORY + "data/a.csv.gz", "changed");
    assertThatThrownBy(this::buildInventory)
        .hasMessageContaining("is not the one its manifest names: expected MD5");
    inventory("ORC", "x", "a.orc", new byte[0]);
    assertThatThrownBy(this::buildInventory).hasMessageContaining("reads CSV and Parquet");
    write(INVENTORY + "2026-01-01T00-00Z/manifest.json", "{\"files\": []}");
    assertThatThrownBy(this::buildInventory).hasMessageContaining("\"sourceBucket\" is missing");
  }

  @Test
  void aBidsDataSetGivesEntitiesAndParticipants() throws Exception {
    StringBuilder participants = new StringBuilder("participant_id\tdiagnosis\tage\n");
    for (int i = 1; i <= 12; i++) {
      String subject = "sub-%02d".formatted(i);
      participants.append("%s\t%s\t%d\n".formatted(subject, i % 2 == 0 ? "ill" : "well", 20 + i));
      String stem = "%s/ses-a/eeg/%s_ses-a_task-rest_run-1_".formatted(subject, subject);
      SmallDataset.put(store, stem + "eeg.edf", "a signal longer than what is said of it: " + i);
      SmallDataset.put(store, stem + "eeg.json", "{\"SamplingFrequency\": 256}");
      SmallDataset.put(store, stem + "events.tsv", "onset\n");
      SmallDataset.put(store, "%s/%s_scans.tsv".formatted(subject, subject), "filename\n");
    }
    SmallDataset.put(store, "participants.tsv", participants.toString());
    SmallDataset.put(store, "dataset_description.json", "{}");
    SmallDataset.put(store, "derivatives/sub-01/x_eeg.edf", "no");
    List<Sample> samples =
        samples(
            """
            dataset:
              name: bids
              source: {kind: bids, location: "%s"}
              label: diagnosis
              sidecars: [SamplingFrequency]
            """
                .formatted(SmallDataset.SOURCE));
    assertThat(samples).hasSize(12);
    assertThat(samples.getFirst().subject()).isEqualTo("sub-01");
    assertThat(samples.getFirst().label().name()).isEqualTo("well");
    assertThat(samples.getFirst().objects()).hasSize(3);
    assertThat(samples.getFirst().attributes())
        .containsEntry("session", "ses-a")
        .containsEntry("task", "rest")
        .containsEntry("run", "1")
        .containsEntry("suffix", "eeg")
        .containsEntry("age", "21")
        .containsEntry("SamplingFrequency", "256");
  }
}
