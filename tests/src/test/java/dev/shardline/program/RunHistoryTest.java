package dev.shardline.program;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shardline.cli.Shardline;
import dev.shardline.digest.CanonicalJson;
import dev.shardline.digest.Digest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunHistoryTest {
  private static final int USAGE = 2;

  @TempDir private Path folder = Path.of("");

  private int code;

  @Test
  void everyRunIsListedWithWhatCameOfIt() throws IOException {
    String config = SliceProject.ofPipelineIn(folder).config();
    Path work = folder.resolve("work");
    assertThat(Shardline.execute("run", config, "--quiet", "--work", work.toString())).isZero();
    Path latest = RunBytes.latest(work);
    Digest root = Digest.of(Files.readAllBytes(latest.resolve("index.json")));
    Path other = latest.resolveSibling("begun");
    copy(latest, other);
    Files.delete(other.resolve("index.json"));
    Files.delete(other.resolve("train/part-00000.ledger"));

    JsonNode runs = CanonicalJson.parse(output("runs", work.toString(), "--json")).required("runs");

    assertThat(runs).hasSize(2);
    JsonNode finished = found(runs, latest);
    assertThat(finished.required("latest").asBoolean()).isTrue();
    assertThat(finished.required("finished").asBoolean()).isTrue();
    assertThat(finished.required("root").asText()).isEqualTo(root.hex());
    assertThat(finished.required("records").asLong())
        .isPositive()
        .isEqualTo(finished.required("written").asLong());
    assertThat(finished.required("last-worked-on").asText()).matches("20\\d\\d-.*T.*Z");
    JsonNode unfinished = found(runs, other);
    assertThat(unfinished.required("latest").asBoolean()).isFalse();
    assertThat(unfinished.required("finished").asBoolean()).isFalse();
    assertThat(unfinished.required("parts-committed").asLong()).isPositive();
    assertThat(new String(output("runs", work.toString()), StandardCharsets.UTF_8))
        .contains(latest.getFileName().toString(), root.shortHex(), "unfinished: ");
  }

  @Test
  void aPlaceWithoutRunsIsRefusedByName() {
    output("runs", folder.toString());

    assertThat(code).isEqualTo(USAGE);
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(from.relativize(file).toString()));
      }
    }
  }

  private static JsonNode found(JsonNode runs, Path directory) {
    for (JsonNode run : runs) {
      if (run.required("directory").asText().endsWith("/" + directory.getFileName() + "/")) {
        return run;
      }
    }
    throw new AssertionError("no " + directory + " in " + runs);
  }

  private byte[] output(String... words) {
    PrintStream before = System.out;
    ByteArrayOutputStream captured = new ByteArrayOutputStream();
    System.setOut(new PrintStream(captured, true, StandardCharsets.UTF_8));
    try {
      code = Shardline.execute(words);
    } finally {
      System.setOut(before);
    }
    return captured.toByteArray();
  }
}
