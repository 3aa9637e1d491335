package dev.shardline.pipeline.settings;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shardline.pipeline.CachePolicy;
import dev.shardline.pipeline.Network;
import dev.shardline.pipeline.ProcessingOutput.UploadMode;
import dev.shardline.pipeline.Tag;
import dev.shardline.pipeline.TrainingJob.InputMode;
import dev.shardline.pipeline.settings.PreprocessStage.Sharding;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads the `pipeline` section.
public final class SettingsReader {
  /// The section's name, and the first step of every place.
  public static final String SECTION = "pipeline";

  private static final JobSize SMALL = new JobSize("ml.m5.large", 30, Duration.ofHours(2));
  private static final JobSize LARGE = new JobSize("ml.m5.2xlarge", 100, Duration.ofHours(12));
  private static final int TRAINING_VOLUME_GIGABYTES = 200;
  private static final Duration TRAINING_RUNTIME = Duration.ofDays(1);
  private static final double DEFAULT_FAILED_RATIO = 0.01;

  private SettingsReader() {}

  /// What was read, complete enough to be checked further, and what was wrong with it.
  ///
  /// @param problems nothing may be made of `settings` while one of them is an error, except to
  ///   look for more
  public record Reading(PipelineSettings settings, List<Problem> problems) {
    public Reading {
      problems = List.copyOf(problems);
    }
  }

  /// @param section the value of the key `pipeline`, or a missing node
  public static Reading read(JsonNode section) {
    List<Problem> problems = new ArrayList<>();
    SettingsSection top = SettingsSection.of(section, SECTION, problems);
    PipelineSettings settings =
        new PipelineSettings(
            identity(top),
            placement(top),
            size(top.section("build"), SMALL, true),
            preprocess(top.section("preprocess")),
            verify(top.section("verify")),
            top.has("training") ? training(top.section("training")) : null,
            policies(top),
            security(top));
    top.end();
    return new Reading(settings, problems);
  }

  private static Identity identity(SettingsSection top) {
    List<Tag> tags = new ArrayList<>();
    top.textMap("tags").forEach((key, value) -> tags.add(new Tag(key, value)));
    return new Identity(
        top.requiredText("name", "a name such as brain-mri"),
        top.text("description", ""),
        top.textOrNull("experiment"),
        tags);
  }

  private static Placement placement(SettingsSection top) {
    String work = top.requiredText("work", "an S3 location such as s3://bucket/shardline");
    return new Placement(
        top.requiredText("region", "an AWS region such as eu-west-1"),
        top.requiredText("role", "the ARN of the role that the jobs run as"),
        top.requiredText("image", "the URI of the Shardline image in ECR"),
        work.endsWith("/") ? work.substring(0, work.length() - 1) : work);
  }

  private static JobSize size(SettingsSection section, JobSize otherwise, boolean last) {
    JobSize size =
        new JobSize(
            section.text("instance-type", otherwise.instanceType()),
            section.whole("volume-gigabytes", otherwise.volumeGigabytes()),
            section.duration("max-runtime", otherwise.maxRuntime()));
    if (last) {
      section.end();
    }
    return size;
  }

  private static PreprocessStage preprocess(SettingsSection section) {
    PreprocessStage stage =
        new PreprocessStage(
            size(section, LARGE, false),
            section.wholeOrNull("instance-count"),
            section.choice("sharding", Sharding.PARTS),
            section.choice("upload", UploadMode.END_OF_JOB),
            section.textMap("environment"));
    section.end();
    return stage;
  }

  private static VerifyStage verify(SettingsSection section) {
    VerifyStage stage =
        new VerifyStage(
            size(section, SMALL, false),
            section.decimal("max-failed-ratio", DEFAULT_FAILED_RATIO));
    section.end();
    return stage;
  }

  private static TrainingStage training(SettingsSection section) {
    TrainingStage stage =
        new TrainingStage(
            section.requiredText(
                "instance-type", "a training instance type such as ml.g5.12xlarge, or local"),
            section.whole("instance-count", 1),
            section.wholeOrNull("gpus-per-instance"),
            trainingJob(section));
    section.end();
    return stage;
  }

  private static @Nullable TrainingSettings trainingJob(SettingsSection section) {
    String image = section.text("image", "");
    TrainingSettings job =
        new TrainingSettings(
            image,
            section.texts("arguments"),
            section.textMap("hyperparameters"),
            section.textMap("environment"),
            section.choice("input-mode", InputMode.FILE),
            section.whole("volume-gigabytes", TRAINING_VOLUME_GIGABYTES),
            section.duration("max-runtime", TRAINING_RUNTIME));
    return image.isEmpty() ? null : job;
  }

  private static Policies policies(SettingsSection top) {
    SettingsSection cache = top.section("cache");
    String expireAfter = cache.text("expire-after", "P30D");
    CachePolicy policy =
        cache.flag("enabled", true) ? new CachePolicy(true, expireAfter) : CachePolicy.OFF;
    cache.end();
    SettingsSection retry = top.section("retry");
    Policies.Retry retries =
        new Policies.Retry(
            retry.whole("attempts", 5),
            retry.duration("interval", Duration.ofSeconds(30)),
            retry.decimal("backoff", 2.0));
    retry.end();
    return new Policies(policy, retries, top.wholeOrNull("parallelism"));
  }

  private static Security security(SettingsSection top) {
    SettingsSection section = top.section("network");
    List<String> subnets = section.texts("subnets");
    List<String> groups = section.texts("security-groups");
    boolean isolation = section.flag("isolation", false);
    boolean encryption = section.flag("encryption", false);
    section.end();
    boolean plain = subnets.isEmpty() && groups.isEmpty() && !isolation && !encryption;
    SettingsSection keys = top.section("kms");
    Security security =
        new Security(
            plain ? null : new Network(isolation, encryption, groups, subnets),
            keys.textOrNull("volume-key"),
            keys.textOrNull("output-key"));
    keys.end();
    return security;
  }
}
