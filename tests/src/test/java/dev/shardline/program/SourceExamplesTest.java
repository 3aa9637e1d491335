package dev.shardline.program;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardline.faults.FaultPlan;
import dev.shardline.faults.FaultyS3;
import dev.shardline.program.Program.Outcome;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The configurations of docs/examples that are about sources, built from generated data.
class SourceExamplesTest {
  private static final Path EXAMPLES =
      Path.of(System.getProperty("shardline.root", ".."), "docs/examples");
  private static final String BUCKET = "scans";

  @TempDir private Path folder = Path.of("");

  private String catalog(Program program, String example, String location) throws Exception {
    Outcome outcome =
        program.run(
            "build",
            EXAMPLES.resolve(example).toString(),
            "--work",
            folder.resolve("work").toString(),
            "--set",
            "dataset.source.location=" + location);
    assertThat(outcome.exitCode()).as(outcome.err()).isZero();
    try (Stream<Path> files = Files.walk(folder.resolve("work/datasets"))) {
      Path catalog = files.filter(file -> file.endsWith("catalog.csv")).findFirst().orElseThrow();
      return Files.readString(catalog, StandardCharsets.UTF_8);
    }
  }

  @Test
  void aBidsDataSetHasItsLabelsFromTheTableOfParticipants() throws Exception {
    Path source = Files.createDirectories(folder.resolve("ds"));
    StringBuilder participants = new StringBuilder("participant_id\tage\tgroup\n");
    for (int i = 0; i < 12; i++) {
      String subject = "sub-%02d".formatted(i);
      Path anat = Files.createDirectories(source.resolve(subject + "/anat"));
      HeadVolumes.write(anat.resolve(subject + "_T1w.nii.gz"), i);
      Files.writeString(anat.resolve(subject + "_T1w.json"), "{\"EchoTime\": 0.003}");
      String group = i == 11 ? "n/a" : i % 2 == 0 ? "depr" : "control";
      participants.append("%s\t%d\t%s\n".formatted(subject, 20 + i, group));
    }
    Files.writeString(source.resolve("participants.tsv"), participants);
    Files.writeString(source.resolve("dataset_description.json"), "{\"Name\": \"x\"}");
    String catalog = catalog(Program.plain(), "bids-volumes.yaml", source.toString());
    assertThat(catalog).contains("sub-00/anat/sub-00_T1w.nii.gz,depr").doesNotContain("sub-11");
    assertThat(catalog.lines().filter(line -> line.contains(".nii.gz,depr"))).hasSize(6);
    assertThat(catalog.lines().filter(line -> line.contains(".nii.gz,control"))).hasSize(5);
  }

  @Test
  void anInventoryTakesThePlaceOfAListing() throws Exception {
    Path slices = SliceProject.in(folder).source();
    try (FaultyS3 server = FaultyS3.start(FaultPlan.NONE).withBucket(BUCKET)) {
      String manifest = inventory(server, slices);
      Map<String, String> environment =
          Map.of(
              "AWS_ENDPOINT_URL_S3",
              server.endpoint().toString(),
              "AWS_ACCESS_KEY_ID",
              "any",
              "AWS_SECRET_ACCESS_KEY",
              "any",
              "AWS_REGION",
              "us-east-1");
      String catalog =
          catalog(new Program(environment), "s3-inventory.yaml", "s3://scans/" + manifest);
      assertThat(catalog).contains("glioma/sub-", "meningioma/sub-").doesNotContain("elsewhere");
    }
  }

  /// Puts slices and an inventory of them into the bucket.
  ///
  /// @return the key of the inventory's manifest
  private static String inventory(FaultyS3 server, Path slices) throws Exception {
    StringBuilder rows = new StringBuilder("\"scans\",\"elsewhere%2Fx.jpg\",\"7\",\"e\"\n");
    try (Stream<Path> files = Files.walk(slices)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        byte[] bytes = Files.readAllBytes(file);
        String key = "brain-mri/" + slices.relativize(file);
        server.put(BUCKET, key, bytes);
        rows.append(
            "\"scans\",\"%s\",\"%d\",\"%s\"\n"
                .formatted(
                    URLEncoder.encode(key, StandardCharsets.UTF_8), bytes.length, md5(bytes)));
      }
    }
    byte[] data = gzip(rows.toString());
    server.put(BUCKET, "inventory/data/a.csv.gz", data);
    String manifest =
        """
        {"sourceBucket": "scans", "destinationBucket": "arn:aws:s3:::scans", "fileFormat": "CSV",
         "fileSchema": "Bucket, Key, Size, ETag", "files":
         [{"key": "inventory/data/a.csv.gz", "size": %d, "MD5checksum": "%s"}]}
        """
            .formatted(data.length, md5(data));
    String key = "inventory/2026-01-01T00-00Z/manifest.json";
    server.put(BUCKET, key, manifest.getBytes(StandardCharsets.UTF_8));
    return key;
  }

  private static String md5(byte[] bytes) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(bytes));
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return out.toByteArray();
  }
}
