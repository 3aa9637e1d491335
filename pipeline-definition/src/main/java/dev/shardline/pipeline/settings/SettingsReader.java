package dev.shardline.pipeline.settings;

import dev.shardline.config.Section;
import dev.shardline.pipeline.CachePolicy;
import dev.shardline.pipeline.Network;
import dev.shardline.pipeline.ProcessingOutput.UploadMode;
import dev.shardline.pipeline.Tag;
import dev.shardline.pipeline.settings.PreprocessStage.Sharding;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Reads the `pipeline` section. What is wrong goes to the configuration's problems, and a stand-in
/// into the settings, so that further checks find the rest.
public final class SettingsReader {
  /// The section's name.
  public static final String SECTION = "pipeline";

  private static final JobSize BUILD = new JobSize("ml.m5.large", 30, Duration.ofHours(2));
  private static final JobSize PREPROCESS = new JobSize("ml.m5.2xlarge", 100, Duration.ofHours(12));
  private static final JobSize VERIFY = new JobSize("ml.m5.xlarge", 200, Duration.ofHours(4));
  private static final double FAILED_RATIO = 0.01;
  private static final int RETRIES = 5;
  private static final Duration RETRY_INTERVAL = Duration.ofSeconds(30);
  private static final double RETRY_BACKOFF = 2.0;
  private static final String CACHE_EXPIRY = "P30D";

  private SettingsReader() {}

  /// @param root the top of the configuration
  public static PipelineSettings read(Section root) {
    Section top = root.sectionOrEmpty(SECTION);
    PipelineSettings settings =
        new PipelineSettings(
            identity(top),
            placement(top),
            build(top.sectionOrEmpty("build")),
            preprocess(top.sectionOrEmpty("preprocess")),
            verify(top.sectionOrEmpty("verify")),
            top.section("training").map(TrainingReader::read).orElse(null),
            policies(top),
            security(top));
    top.finish();
    return settings;
  }

  private static Identity identity(Section top) {
    List<Tag> tags = new ArrayList<>();
    TrainingReader.texts(top, "tags").forEach((key, value) -> tags.add(new Tag(key, value)));
    return new Identity(
        top.requiredText("name"),
        top.text("description").orElse(""),
        top.text("experiment").orElse(null),
        tags);
  }

  private static Placement placement(Section top) {
    String work = top.requiredText("work");
    return new Placement(
        top.requiredText("region"),
        top.requiredText("role"),
        top.requiredText("image"),
        work.endsWith("/") ? work.substring(0, work.length() - 1) : work);
  }

  private static JobSize build(Section section) {
    JobSize size = JobSizeReader.size(section, BUILD);
    section.finish();
    return size;
  }

  private static PreprocessStage preprocess(Section section) {
    PreprocessStage stage =
        new PreprocessStage(
            JobSizeReader.size(section, PREPROCESS),
            section.has("instance-count")
                ? Integer.valueOf(JobSizeReader.whole(section, "instance-count", 1))
                : null,
            section.choice("sharding", Sharding.class).orElse(Sharding.PARTS),
            section.choice("upload", UploadMode.class).orElse(UploadMode.END_OF_JOB),
            TrainingReader.texts(section, "environment"));
    section.finish();
    return stage;
  }

  private static VerifyStage verify(Section section) {
    VerifyStage stage =
        new VerifyStage(
            JobSizeReader.size(section, VERIFY),
            section.number("max-failed-ratio").orElse(FAILED_RATIO));
    section.finish();
    return stage;
  }

  private static Policies policies(Section top) {
    Section cache = top.sectionOrEmpty("cache");
    String expireAfter = cache.text("expire-after").orElse(CACHE_EXPIRY);
    CachePolicy policy =
        cache.flag("enabled").orElse(true) ? new CachePolicy(true, expireAfter) : CachePolicy.OFF;
    cache.finish();
    Section retry = top.sectionOrEmpty("retry");
    Policies.Retry retries =
        new Policies.Retry(
            JobSizeReader.whole(retry, "attempts", RETRIES),
            JobSizeReader.duration(retry, "interval", RETRY_INTERVAL),
            retry.number("backoff").orElse(RETRY_BACKOFF));
    retry.finish();
    return new Policies(
        policy,
        retries,
        top.has("parallelism")
            ? Integer.valueOf(JobSizeReader.whole(top, "parallelism", 1))
            : null);
  }

  private static Security security(Section top) {
    Section section = top.sectionOrEmpty("network");
    Network network =
        new Network(
            section.flag("isolation").orElse(false),
            section.flag("encryption").orElse(false),
            section.texts("security-groups"),
            section.texts("subnets"));
    section.finish();
    Section keys = top.sectionOrEmpty("kms");
    Security security =
        new Security(
            network.equals(Network.PLAIN) ? null : network,
            keys.text("volume-key").orElse(null),
            keys.text("output-key").orElse(null));
    keys.finish();
    return security;
  }
}
