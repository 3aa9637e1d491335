package dev.shardline.program;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardline.cli.Shardline;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a user can get wrong: one clear message, the right exit code, nothing half-written.
class BadInputTest {
  private static final int USAGE = 2;

  @TempDir private Path folder = Path.of("");

  private String lastError = "";

  @BeforeEach
  void twelveSmallFiles() throws IOException {
    for (String label : new String[] {"cat", "dog"}) {
      for (int i = 0; i < 6; i++) {
        Path file = folder.resolve("source").resolve(label).resolve("sub-" + i + "_x.jpg");
        Files.createDirectories(file.getParent());
        Files.writeString(file, label + " of no picture " + i);
      }
    }
    config(
        "source/",
        "(?<label>[^/]+)/(?<subject>[^_]+)_.*",
        "train: 0.5, validation: 0.25, test: 0.25");
  }

  private void config(String source, String pattern, String split) throws IOException {
    Files.writeString(
        folder.resolve("shardline.yaml"),
        """
        dataset:
          name: pets
          source: %s
          pattern: "%s"
          split: {%s}
        recipe: [decode-image, grey, scale, image-to-tensor]
        """
            .formatted(source, pattern, split));
  }

  private int run(String... more) {
    String[] words =
        Stream.concat(
                Stream.of(
                    "build",
                    folder.resolve("shardline.yaml").toString(),
                    "--work",
                    folder.resolve("work").toString()),
                Stream.of(more))
            .toArray(String[]::new);
    return execute(words);
  }

  private int execute(String... words) {
    PrintStream before = System.err;
    ByteArrayOutputStream captured = new ByteArrayOutputStream();
    System.setErr(new PrintStream(captured, true, StandardCharsets.UTF_8));
    try {
      return Shardline.execute(words);
    } finally {
      System.setErr(before);
      lastError = captured.toString(StandardCharsets.UTF_8);
    }
  }

  private void refused(int exitCode, String... parts) throws IOException {
    assertThat(exitCode).as(lastError).isEqualTo(USAGE);
    assertThat(lastError).contains(parts).doesNotContain("\tat ");
    if (Files.exists(folder.resolve("work"))) {
      try (Stream<Path> files = Files.walk(folder.resolve("work"))) {
        assertThat(files.filter(Files::isRegularFile)).isEmpty();
      }
    }
  }

  @Test
  void whatIsGoodIsTaken() {
    assertThat(run()).as(lastError).isZero();
  }

  @Test
  void aDataSetIsNoRunToBeAudited() throws IOException {
    assertThat(run()).as(lastError).isZero();
    try (Stream<Path> datasets = Files.list(folder.resolve("work/datasets/pets"))) {
      String dataset = datasets.findFirst().orElseThrow().toString();
      assertThat(execute("audit", "leakage", dataset)).isEqualTo(USAGE);
    }
    assertThat(lastError).contains("is a data set, not a run");
  }

  @Test
  void anEmptyFolder() throws IOException {
    Files.createDirectory(folder.resolve("empty"));
    refused(run("--set", "dataset.source=" + folder.resolve("empty")), "empty");
  }

  @Test
  void aPatternThatMatchesNothingShowsKeysAndWhatItSaw() throws IOException {
    config("source/", "images/(?<label>[^/]+)/.*", "train: 0.5, validation: 0.25, test: 0.25");
    refused(run(), "cat/sub-0_x.jpg", "cat/sub-1_x.jpg", "cat/sub-2_x.jpg");
  }

  @Test
  void sharesThatDoNotSumToOne() throws IOException {
    config("source/", "(?<label>[^/]+)/.*", "train: 0.5, test: 0.25");
    refused(run(), "0.75");
  }

  @Test
  void aClassWithFewerSubjectsThanSplits() throws IOException {
    for (int i = 1; i < 6; i++) {
      Files.delete(folder.resolve("source/dog/sub-" + i + "_x.jpg"));
    }
    refused(run(), "dog");
  }

  @Test
  void anUnknownKeyNamesTheNearestKnownOne() throws IOException {
    refused(run("--set", "dataset.patern=x"), "dataset.patern", "did you mean \"pattern\"");
  }

  @Test
  void anUnknownStepNamesTheNearestKnownOne() throws IOException {
    refused(run("--set", "recipe=[decode-imagee, grey]"), "decode-imagee", "decode-image");
  }

  @Test
  void stepsThatDoNotFitTogether() throws IOException {
    refused(run("--set", "recipe=[decode-image, reorient]"), "reorient", "volume", "image");
  }

  @Test
  void aSourceThatIsNotThere() throws IOException {
    refused(run("--set", "dataset.source=" + folder.resolve("nowhere")), "nowhere");
  }

  @Test
  void unusablePicturesAreQuarantinedByReason() throws IOException {
    Path source = folder.resolve("source");
    Files.write(source.resolve("cat/sub-0_x.jpg"), new byte[0]);
    try (RandomAccessFile huge =
        new RandomAccessFile(source.resolve("dog/sub-0_x.jpg").toFile(), "rw")) {
      huge.setLength(0);
      huge.write(hugePng());
    }
    int exitCode =
        Shardline.execute(
            "run",
            folder.resolve("shardline.yaml").toString(),
            "--work",
            folder.resolve("work").toString(),
            "--set",
            "output.tolerated-failure-ratio=1",
            "--quiet");
    assertThat(exitCode).isZero();
    assertThat(ledgers())
        .contains("\"reason\":\"empty\"", "\"reason\":\"too-large\"", "\"quarantined\":{");
  }

  /// The header of a PNG of 30,000 × 30,000 pixels; no memory may be taken for them.
  private static byte[] hugePng() throws IOException {
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    png.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10});
    ByteBuffer header = ByteBuffer.allocate(17);
    header.put(new byte[] {'I', 'H', 'D', 'R'}).putInt(30_000).putInt(30_000);
    header.put(new byte[] {16, 6, 0, 0, 0});
    CRC32 crc = new CRC32();
    crc.update(header.array());
    png.writeBytes(ByteBuffer.allocate(4).putInt(13).array());
    png.writeBytes(header.array());
    png.writeBytes(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
    return png.toByteArray();
  }

  private String ledgers() throws IOException {
    StringBuilder all = new StringBuilder();
    try (Stream<Path> files = Files.walk(folder.resolve("work/runs"))) {
      for (Path file : files.filter(path -> path.toString().endsWith(".ledger")).toList()) {
        all.append(Files.readString(file));
      }
    }
    return all.toString();
  }

  @Test
  void anOutputThatCannotBeWritten() throws IOException {
    Path blocked = folder.resolve("blocked");
    Files.writeString(blocked, "a file, not a folder");
    int exitCode =
        Shardline.execute(
            "build", folder.resolve("shardline.yaml").toString(), "--work", blocked.toString());
    assertThat(exitCode).isIn(1, USAGE);
    assertThat(Files.readString(blocked)).isEqualTo("a file, not a folder");
  }
}
