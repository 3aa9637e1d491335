package dev.shardline.program;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A folder that grows between two builds, as a user sees it.
class GrowingProgramTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private Path folder = Path.of("");

  private JsonNode build(String... more) throws Exception {
    String[] words = new String[more.length + 6];
    System.arraycopy(
        new String[] {
          "build", folder.resolve("shardline.yaml").toString(), "--work", "work", "--json", "-q"
        },
        0,
        words,
        0,
        6);
    words[3] = folder.resolve("work").toString();
    System.arraycopy(more, 0, words, 6, more.length);
    Program.Outcome outcome = Program.plain().run(words);
    assertThat(outcome.exitCode()).as(outcome.err()).isZero();
    return JSON.readTree(outcome.out());
  }

  private void put(String label, int subject) throws Exception {
    Path file = folder.resolve("source/%s/sub-%03d_x.txt".formatted(label, subject));
    Files.createDirectories(file.getParent());
    Files.writeString(file, label + subject);
  }

  @Test
  void aGrownDataSetDiffersByItsNewSamplesOnly() throws Exception {
    Files.writeString(
        folder.resolve("shardline.yaml"),
        """
        dataset:
          name: pets
          source: source/
          pattern: "(?<label>[^/]+)/(?<subject>[^_]+)_.*"
        recipe: [decode-image, grey, scale, image-to-tensor]
        """);
    for (int i = 0; i < 40; i++) {
      put(i % 2 == 0 ? "cat" : "dog", i);
    }
    String old = build().path("dataset").path("uri").asText();
    put("cat", 50);
    put("cow", 51);
    put("cow", 52);
    put("cow", 53);
    String grown = build("--previous", old).path("dataset").path("uri").asText();

    Program.Outcome diff = Program.plain().run("diff", old, grown, "--json");
    assertThat(diff.exitCode()).as(diff.err()).isZero();
    JsonNode counts = JSON.readTree(diff.out()).path("counts");
    assertThat(counts.toString())
        .isEqualTo("{\"added\":4,\"removed\":0,\"moved\":0,\"relabelled\":0,\"changed\":0}");

    Program.Outcome text = Program.plain().run("diff", grown, old, "--limit", "1");
    assertThat(text.out())
        .contains("removed     cat/sub-050_x.txt", "… and 3 more", "0 added, 4 removed, 0 moved");
    assertThat(Program.plain().run("diff", old, folder.toString()).exitCode()).isEqualTo(2);
  }
}
