package dev.shardline.pipeline;

import dev.shardline.config.Config;
import dev.shardline.pipeline.render.PipelineRenderer;
import dev.shardline.pipeline.render.Workload;
import dev.shardline.pipeline.settings.PipelineSettings;
import dev.shardline.pipeline.settings.SettingsReader;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Pipelines that several tests use.
public final class Examples {
  public static final String ROLE = "arn:aws:iam::123456789012:role/ShardlineExecution";
  public static final String IMAGE =
      "123456789012.dkr.ecr.eu-west-1.amazonaws.com/shardline@sha256:" + "ab".repeat(32);

  public static final String SMALL =
      """
      pipeline:
        name: brain-mri
        region: eu-west-1
        role: %s
        image: %s
        work: s3://study-bucket/shardline
      """
          .formatted(ROLE, IMAGE);

  public static final String FULL =
      SMALL
          + """
            description: Slices for the tumour classifier
            experiment: tumour-classifier
            tags: {team: imaging, cost-centre: "4711"}
            build: {instance-type: ml.m5.xlarge, max-runtime: 30m}
            preprocess:
              instance-type: ml.m5.4xlarge
              volume-gigabytes: 300
              max-runtime: 6h
              sharding: objects
              upload: continuous
              environment: {JAVA_TOOL_OPTIONS: -XX:MaxRAMPercentage=70}
            verify: {max-failed-ratio: 0.02}
            training:
              instance-type: ml.g5.12xlarge
              instance-count: 2
              image: 123456789012.dkr.ecr.eu-west-1.amazonaws.com/trainer:7
              arguments: [--epochs, "20"]
              hyperparameters: {learning-rate: "0.001"}
              environment: {NCCL_DEBUG: INFO}
              input-mode: fast-file
            cache: {expire-after: P7D}
            retry: {attempts: 3, interval: 60s, backoff: 1.5}
            parallelism: 4
            network:
              subnets: [subnet-0a1b2c3d]
              security-groups: [sg-0a1b2c3d]
              encryption: true
            kms:
              volume-key: arn:aws:kms:eu-west-1:123456789012:key/11111111-2222-3333-4444-555555555555
              output-key: arn:aws:kms:eu-west-1:123456789012:key/11111111-2222-3333-4444-555555555555
          """;

  public static final Workload.Configs CONFIGS =
      new Workload.Configs(
          "s3://study-bucket/shardline/configs/0123456789abcdef/",
          "s3://study-bucket/shardline/configs/fedcba9876543210/");

  private Examples() {}

  public static Config config(String yaml) {
    return Config.parse(yaml, "shardline.yaml", Path.of("/study"), List.of());
  }

  /// The settings of a text without problems.
  public static PipelineSettings settings(String yaml) {
    Config config = config(yaml);
    PipelineSettings settings = SettingsReader.read(config.root());
    config.problems().throwIfAny();
    return settings;
  }

  public static Workload workload(boolean fitted) {
    Map<String, Workload.Chosen> overrides = new LinkedHashMap<>();
    overrides.put("Seed", new Workload.Chosen("dataset.seed", 7, true));
    overrides.put("TrainRatio", new Workload.Chosen("dataset.split.train", 0.8, false));
    return new Workload(
        CONFIGS,
        "s3://scans-bucket/mri/",
        List.of("train", "validation", "test"),
        overrides,
        fitted);
  }

  public static PipelineDefinition small() {
    return new PipelineRenderer(settings(SMALL), workload(false)).render(4);
  }

  public static PipelineDefinition full() {
    return new PipelineRenderer(settings(FULL), workload(true)).render(8);
  }
}
