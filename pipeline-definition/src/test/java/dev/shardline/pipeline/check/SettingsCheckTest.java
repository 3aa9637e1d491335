package dev.shardline.pipeline.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardline.config.Config;
import dev.shardline.pipeline.Examples;
import dev.shardline.pipeline.settings.PipelineSettings;
import dev.shardline.pipeline.settings.Problem;
import dev.shardline.pipeline.settings.SettingsReader;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsCheckTest {
  @Test
  void theExamplesHaveNoErrors() {
    assertThat(SettingsCheck.check(Examples.settings(Examples.SMALL))).isEmpty();
    assertThat(SettingsCheck.check(Examples.settings(Examples.FULL))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "name=brain_mri|pipeline.name: expected letters, digits",
        "name=-brain|pipeline.name: expected letters, digits",
        "experiment=a b|pipeline.experiment: expected letters",
        "region=Frankfurt|pipeline.region: expected a region such as",
        "role=Jobs|pipeline.role: expected a role's ARN",
        "work=gs://bucket/x|pipeline.work: expected an S3 location",
        "work=s3://No_Bucket/x|pipeline.work: expected an S3 location",
        "image=123456789012.dkr.ecr.us-east-1.amazonaws.com/shardline@sha256:00|pipeline.image: the"
            + " image lies in region us-east-1",
        "preprocess.instance-type=ml.p4d.24xlarge|pipeline.preprocess.instance-type:"
            + " ml.p4d.24xlarge is offered for training but not",
        "preprocess.instance-type=m5.xlarge|pipeline.preprocess.instance-type: expected a type such"
            + " as",
        "preprocess.volume-gigabytes=0|pipeline.preprocess.volume-gigabytes: expected 1 to 16384,"
            + " found 0",
        "build.volume-gigabytes=16385|pipeline.build.volume-gigabytes: expected 1 to 16384",
        "verify.max-runtime=10d|pipeline.verify.max-runtime: expected 1 to 777600, found 864000",
        "verify.max-failed-ratio=1.5|pipeline.verify.max-failed-ratio: expected a share",
        "preprocess.environment.1X=a|pipeline.preprocess.environment.1X: expected a variable's"
            + " name",
        "cache.expire-after=30 days|pipeline.cache.expire-after: expected an ISO 8601 duration",
        "retry.attempts=21|pipeline.retry.attempts: expected 0 to 20",
        "retry.backoff=0.5|pipeline.retry.backoff: expected a factor",
        "parallelism=0|pipeline.parallelism: expected 1 to",
        "network.isolation=true|pipeline.network.isolation: with sharding: parts",
        "network.subnets=[subnet-1]|pipeline.network: give both subnets and security-groups",
        "kms.volume-key=a key|pipeline.kms.volume-key: expected a KMS key",
        "tags.aws:x=1|pipeline.tags.aws:x: keys beginning with aws:",
        "training={instance-type: local, image: x}|pipeline.training.instance-type: local stands"
            + " for",
        "training={instance-type: ml.g5.xlarge, instance-count:"
            + " 0}|pipeline.training.instance-count: expected 1",
      })
  void whatTheServiceWouldRefuseIsNamedWithItsSetting(String setting, String problem) {
    assertThat(check("pipeline." + setting))
        .filteredOn(Problem::isError)
        .singleElement()
        .asString()
        .startsWith(problem);
  }

  @Test
  void isolationNeedsEverythingOnOneMachine() {
    String isolated = Examples.SMALL + "  network: {isolation: true}\n";

    assertThat(
            SettingsCheck.check(
                Examples.settings(
                    isolated + "  preprocess: {sharding: objects, instance-count: 2}\n")))
        .singleElement()
        .asString()
        .startsWith("pipeline.network.isolation: SageMaker may hand");
    assertThat(
            SettingsCheck.check(
                Examples.settings(
                    isolated + "  preprocess: {sharding: objects, instance-count: 1}\n")))
        .isEmpty();
  }

  @Test
  void aMovableTagIsWarnedOf() {
    assertThat(
            check("pipeline.image=123456789012.dkr.ecr.eu-west-1.amazonaws.com/shardline:latest"))
        .singleElement()
        .returns(false, Problem::isError)
        .asString()
        .contains("by digest");
  }

  @Test
  void longTextsAndManyEntriesAreRefused() {
    StringBuilder yaml = new StringBuilder(Examples.SMALL);
    yaml.append("  description: ").append("d".repeat(3073)).append("\n  tags:\n");
    for (int i = 0; i < 51; i++) {
      yaml.append("    tag").append(i).append(": ").append(i).append("\n");
    }
    yaml.append("  preprocess:\n    environment:\n      LONG: ")
        .append("v".repeat(257))
        .append("\n");

    assertThat(SettingsCheck.check(Examples.settings(yaml.toString())))
        .extracting(Problem::path)
        .containsExactly(
            "pipeline.description", "pipeline.tags", "pipeline.preprocess.environment.LONG");
  }

  private static List<Problem> check(String override) {
    Config config = Config.parse(Examples.SMALL, "shardline.yaml", Path.of("/"), List.of(override));
    PipelineSettings settings = SettingsReader.read(config.root());
    config.problems().throwIfAny();
    return SettingsCheck.check(settings);
  }
}
