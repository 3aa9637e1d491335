package dev.shardline.shard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shardline.config.Config;
import dev.shardline.digest.CanonicalJson;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutputSpecTest {
  private static OutputSpec read(String yaml) {
    Config config = Config.parse(yaml, "shardline.yaml", Path.of("/"), List.of());
    OutputSpec spec = OutputSpec.read(config.root());
    config.problems().throwIfAny();
    return spec;
  }

  @Test
  void everythingHasAUsualValue() {
    assertThat(
            new String(CanonicalJson.line(read("dataset: {}").canonical()), StandardCharsets.UTF_8))
        .isEqualTo(
            """
            {"format":"webdataset","compression":"none","compression-level":0,\
            "max-shard-records":9223372036854775807,"max-shard-bytes":9223372036854775807}\
            """);
  }

  @Test
  void demandsAreNoPartOfTheIdentity() {
    OutputSpec demanding = read("output: {tolerated-failure-ratio: 0.5, minimum-per-class: 7}");

    assertThat(demanding.canonical()).isEqualTo(read("output: {}").canonical());
    assertThat(demanding.demands().toleratedFailureRatio()).isEqualByComparingTo("0.5");
    assertThat(demanding.demands().minimumPerClass()).isEqualTo(7);
  }

  @Test
  void theLevelBelongsToTheMethod() {
    assertThat(read("output: {compression: zstd}").compression().level()).isEqualTo(3);
    assertThatThrownBy(() -> read("output: {compression: gzip, compression-level: 12}"))
        .hasMessageContaining("expected a whole number from 1 to 9, found 12");
    assertThatThrownBy(() -> read("output: {compression-level: 3}"))
        .hasMessageContaining("from 0 to 0");
  }

  @Test
  void mistakesAreNamed() {
    assertThatThrownBy(
            () -> read("output: {format: tarball, tolerated-failure-ratio: 2, fromat: mds}"))
        .hasMessageContaining("output.format: expected one of")
        .hasMessageContaining("found \"tarball\"")
        .hasMessageContaining("expected a number from 0 to 1, found 2")
        .hasMessageContaining("did you mean \"format\"?");
  }
}
