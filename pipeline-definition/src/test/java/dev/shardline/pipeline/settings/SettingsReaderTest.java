package dev.shardline.pipeline.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardline.config.Config;
import dev.shardline.pipeline.CachePolicy;
import dev.shardline.pipeline.Examples;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsReaderTest {
  @Test
  void everyProblemIsToldAtOnceWithItsLine() {
    assertThat(
            problems(
                """
                pipeline:
                  name: brain-mri
                  regoin: eu-west-1
                  role: arn:aws:iam::123456789012:role/Jobs
                  image: shardline
                  work: s3://bucket/work
                  preprocess:
                    instance-count: many
                    max-runtime: 6 hours
                    sharding: files
                """))
        .containsExactlyInAnyOrder(
            "shardline.yaml:2: pipeline.region: is missing; give it a value",
            "shardline.yaml:3: pipeline.regoin: is not a key that is known here; did you mean"
                + " \"region\"?",
            "shardline.yaml:8: pipeline.preprocess.instance-count: expected a whole number, found"
                + " the text \"many\"",
            "shardline.yaml:9: pipeline.preprocess.max-runtime: expected a duration such as 90s,"
                + " 30m, 12h or 3d, found \"6 hours\"",
            "shardline.yaml:10: pipeline.preprocess.sharding: expected one of parts, objects, found"
                + " \"files\"");
  }

  @Test
  void aFileWithoutTheSectionSaysWhatItNeeds() {
    assertThat(problems("dataset: {}\n"))
        .containsExactlyInAnyOrder(
            "shardline.yaml:1: pipeline.name: is missing; give it a value",
            "shardline.yaml:1: pipeline.region: is missing; give it a value",
            "shardline.yaml:1: pipeline.role: is missing; give it a value",
            "shardline.yaml:1: pipeline.image: is missing; give it a value",
            "shardline.yaml:1: pipeline.work: is missing; give it a value");
  }

  @Test
  void theCacheCanBeTurnedOff() {
    assertThat(
            Examples.settings(Examples.SMALL + "  cache: {enabled: false, expire-after: P1D}\n")
                .policies()
                .cache())
        .isEqualTo(CachePolicy.OFF);
  }

  @Test
  void aSettingOfTheCommandLineIsUsed() {
    Config config = Examples.config(Examples.SMALL);
    Config overridden =
        Config.parse(
            Examples.SMALL,
            "shardline.yaml",
            Path.of("/"),
            List.of("pipeline.preprocess.instance-count=12"));

    assertThat(SettingsReader.read(config.root()).preprocess().instances()).isNull();
    assertThat(SettingsReader.read(overridden.root()).preprocess().instances()).isEqualTo(12);
  }

  @ParameterizedTest
  @CsvSource({
    "90s, 90, 1m 30s",
    "30m, 1800, 30m",
    "12h, 43200, 12h",
    "3d, 259200, 3d",
    "45s, 45, 45s"
  })
  void durationsAreReadAndShown(String text, long seconds, String shown) {
    Duration duration = DurationText.parse(text);

    assertThat(duration).hasSeconds(seconds);
    assertThat(DurationText.show(duration)).isEqualTo(shown);
  }

  private static List<String> problems(String yaml) {
    Config config = Examples.config(yaml);
    var settings = SettingsReader.read(config.root());
    assertThat(settings).isNotNull();
    return config.problems().all().stream().map(Object::toString).toList();
  }
}
