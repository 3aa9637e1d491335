package dev.shardline.program;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shardline.cli.Shardline;
import dev.shardline.digest.CanonicalJson;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A log of JSON lines is one to the last word, and names the samples it speaks of.
class JsonLogTest {
  private static final int PERMANENT = 42;
  private static final int USAGE = 2;

  @TempDir private Path folder = Path.of("");

  private String out = "";
  private String err = "";

  @BeforeEach
  void fourPicturesOfWhichOneIsCut() throws IOException {
    for (int i = 0; i < 4; i++) {
      Path file = folder.resolve("source/cat/sub-" + i + "_x.png");
      Files.createDirectories(file.getParent());
      ByteArrayOutputStream png = new ByteArrayOutputStream();
      ImageIO.write(new BufferedImage(16, 16, BufferedImage.TYPE_BYTE_GRAY), "png", png);
      byte[] bytes = png.toByteArray();
      Files.write(file, i == 2 ? Arrays.copyOf(bytes, bytes.length - 20) : bytes);
    }
    Files.writeString(
        folder.resolve("shardline.yaml"),
        """
        dataset:
          name: cats
          source: source/
          pattern: "(?<label>[^/]+)/(?<subject>[^_]+)_.*"
          duplicates: {bytes: false, content: false}
          split: {train: 1}
        recipe: [decode-image, grey, scale, image-to-tensor]
        """);
  }

  @Test
  void aQuarantinedSampleIsNamedInPairsOfItsOwn() throws IOException {
    assertThat(process(config())).isEqualTo(PERMANENT);

    JsonNode warning =
        lines().stream()
            .filter(line -> line.path("level").asText().equals("WARN"))
            .findFirst()
            .orElseThrow();
    assertThat(warning.path("formattedMessage").asText())
        .startsWith("quarantined cat/sub-2_x.png: truncated: ");
    assertThat(warning.path("kvpList").findValue("sample").asText()).isEqualTo("cat/sub-2_x.png");
    assertThat(warning.path("kvpList").findValue("part").asText()).startsWith("train/part-");
    assertThat(warning.path("kvpList").findValue("reason").asText()).isEqualTo("truncated");
  }

  @Test
  void theReasonOfAFailureIsTheLastLine() throws IOException {
    assertThat(process(config())).isEqualTo(PERMANENT);

    JsonNode last = lines().getLast();
    assertThat(last.path("level").asText()).isEqualTo("ERROR");
    assertThat(last.path("formattedMessage").asText())
        .contains("cat/sub-2_x.png", "tolerated-failure-ratio");
    assertThat(last.path("throwable").isObject()).isFalse();
  }

  @Test
  void aStackTraceIsAskedForByDebug() throws IOException {
    assertThat(execute("build", folder.resolve("none.yaml").toString(), "--work", "w", "--debug"))
        .isEqualTo(USAGE);

    assertThat(lines().getLast().path("throwable").isObject()).isTrue();
  }

  private String config() {
    return folder.resolve("shardline.yaml").toString();
  }

  private int process(String config) throws IOException {
    assertThat(execute("build", config, "--work", folder.resolve("work").toString(), "--json"))
        .isZero();
    String dataset =
        CanonicalJson.parse(out.getBytes(StandardCharsets.UTF_8)).at("/dataset/uri").asText();
    return execute(
        "process", config, "--manifests", dataset, "--output", folder.resolve("out").toString());
  }

  private int execute(String... words) {
    List<String> all = new ArrayList<>(List.of(words));
    all.addAll(List.of("--log-format", "json"));
    PrintStream outBefore = System.out;
    PrintStream errBefore = System.err;
    ByteArrayOutputStream outBytes = new ByteArrayOutputStream();
    ByteArrayOutputStream errBytes = new ByteArrayOutputStream();
    System.setOut(new PrintStream(outBytes, true, StandardCharsets.UTF_8));
    System.setErr(new PrintStream(errBytes, true, StandardCharsets.UTF_8));
    try {
      return Shardline.execute(all.toArray(String[]::new));
    } finally {
      System.setOut(outBefore);
      System.setErr(errBefore);
      out = outBytes.toString(StandardCharsets.UTF_8);
      err = errBytes.toString(StandardCharsets.UTF_8);
    }
  }

  private List<JsonNode> lines() throws IOException {
    List<JsonNode> lines = new ArrayList<>();
    for (String line : err.lines().toList()) {
      lines.add(CanonicalJson.parse(line.getBytes(StandardCharsets.UTF_8)));
    }
    return lines;
  }
}
