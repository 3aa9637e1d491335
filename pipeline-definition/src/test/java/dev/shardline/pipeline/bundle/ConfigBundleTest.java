package dev.shardline.pipeline.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.shardline.config.Config;
import dev.shardline.failure.UsageException;
import dev.shardline.storage.Content;
import dev.shardline.storage.ObjectLocation;
import dev.shardline.storage.memory.MemoryStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigBundleTest {
  private static final String YAML =
      """
      dataset:
        name: mri
        source: s3://scans/
        tables: [{file: labels.csv, key: id}, {file: "s3://scans/more.csv", key: id}]
      recipe: [decode]
      output: {format: webdataset}
      pipeline: {name: mri}
      """;
  private static final ObjectLocation WORK = ObjectLocation.parse("s3://study/work");

  @TempDir Path folder;

  @Test
  void localTablesGoAlong() throws IOException {
    Files.writeString(folder.resolve("labels.csv"), "id,label\n");

    ConfigBundle bundle = ConfigBundler.forBuild(config(YAML).root());

    assertThat(bundle.files()).containsOnlyKeys("shardline.yaml", "table-0-labels.csv");
    assertThat(bundle.files().get("shardline.yaml"))
        .contains("\"file\": \"table-0-labels.csv\"", "s3://scans/more.csv")
        .contains("webdataset")
        .doesNotContain("pipeline");
  }

  @Test
  void theWorkersConfigurationDoesNotChangeWithTheDataSetOrThePipeline() throws IOException {
    Files.writeString(folder.resolve("labels.csv"), "id,label\n");
    String other = YAML.replace("name: mri", "name: mri-2");

    assertThat(ConfigBundler.forProcess(config(YAML).root()).digest())
        .isEqualTo(ConfigBundler.forProcess(config(other).root()).digest());
    assertThat(ConfigBundler.forBuild(config(YAML).root()).digest())
        .isNotEqualTo(ConfigBundler.forBuild(config(other).root()).digest());
  }

  @Test
  void aTableThatIsNotThereIsAProblemWithItsLine() {
    Config config = config(YAML);
    ConfigBundle bundle = ConfigBundler.forBuild(config.root());

    assertThat(bundle.files()).containsOnlyKeys("shardline.yaml");
    assertThat(config.problems().all())
        .singleElement()
        .asString()
        .startsWith("shardline.yaml:4: dataset.tables.0.file: cannot be read");
  }

  @Test
  void publishingTwiceChangesNothingAndAForeignChangeIsTold() throws IOException {
    MemoryStore store = new MemoryStore();
    ConfigBundle bundle = ConfigBundler.forProcess(config(YAML).root());
    bundle.publish(_ -> store, WORK);
    bundle.publish(_ -> store, WORK);
    ObjectLocation file = bundle.locate(WORK).resolve("shardline.yaml");
    assertThat(store.read(file)).asString().contains("webdataset");

    store.write(file, Content.ofText("recipe: []"));
    assertThatExceptionOfType(UsageException.class)
        .isThrownBy(() -> bundle.publish(_ -> store, WORK))
        .withMessageContaining("was changed after it was written");
  }

  private Config config(String yaml) {
    return Config.parse(yaml, "shardline.yaml", folder, List.of());
  }
}
