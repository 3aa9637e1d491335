package dev.shardline.pipeline.check;

import dev.shardline.pipeline.Network;
import dev.shardline.pipeline.settings.Identity;
import dev.shardline.pipeline.settings.PipelineSettings;
import dev.shardline.pipeline.settings.Placement;
import dev.shardline.pipeline.settings.Policies;
import dev.shardline.pipeline.settings.PreprocessStage;
import dev.shardline.pipeline.settings.PreprocessStage.Sharding;
import dev.shardline.pipeline.settings.Problem;
import dev.shardline.pipeline.settings.Security;
import java.time.Duration;
import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Checks the settings against the service's limits.
///
/// Source of patterns and numbers: the service's API model (CreatePipeline, CreateProcessingJob,
/// CreateTrainingJob).
public final class SettingsCheck {
  private static final Pattern PIPELINE_NAME = Pattern.compile("[a-zA-Z0-9](-*[a-zA-Z0-9]){0,255}");
  private static final Pattern EXPERIMENT = Pattern.compile("[a-zA-Z0-9](-*[a-zA-Z0-9]){0,119}");
  private static final Pattern REGION = Pattern.compile("[a-z]{2,3}(-[a-z]+)+-\\d{1,2}");
  private static final Pattern ROLE =
      Pattern.compile("arn:aws[a-z-]*:iam::\\d{12}:role/?[a-zA-Z_0-9+=,.@\\-_/]+");
  private static final Pattern KEY = Pattern.compile("[a-zA-Z0-9:/_-]*");
  private static final Pattern BUCKET = Pattern.compile("[a-z0-9][.\\-a-z0-9]{1,61}[a-z0-9]");
  private static final Pattern TAG = Pattern.compile("[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*");
  private static final Pattern NETWORK_ID = Pattern.compile("[-0-9a-zA-Z]{1,32}");
  private static final Pattern ECR =
      Pattern.compile("\\d{12}\\.dkr\\.ecr\\.([a-z0-9-]+)\\.amazonaws\\.com(\\.cn)?/.+");

  private static final int LONGEST_URI = 1024;
  private static final int LONGEST_IMAGE = 255;
  private static final int LONGEST_ARN = 2048;
  private static final int LONGEST_DESCRIPTION = 3072;
  private static final int MOST_TAGS = 50;
  private static final int LONGEST_TAG_KEY = 128;
  private static final int LONGEST_TAG_VALUE = 256;
  private static final int MOST_SUBNETS = 16;
  private static final int MOST_GROUPS = 5;
  private static final int MOST_ATTEMPTS = 20;

  private final Findings findings = new Findings();

  private SettingsCheck() {}

  public static List<Problem> check(PipelineSettings settings) {
    SettingsCheck check = new SettingsCheck();
    check.identity(settings.identity());
    check.placement(settings.placement());
    check.policies(settings.policies());
    check.security(settings.security(), settings.preprocess());
    new StageCheck(check.findings).check(settings);
    return check.findings.all();
  }

  private void identity(Identity identity) {
    findings.matches(
        "pipeline.name",
        identity.name(),
        PIPELINE_NAME,
        "letters, digits and single hyphens between them, at most 256");
    findings.atMost("pipeline.description", identity.description(), LONGEST_DESCRIPTION);
    if (identity.experiment() != null) {
      findings.matches(
          "pipeline.experiment",
          identity.experiment(),
          EXPERIMENT,
          "letters, digits and hyphens between them, at most 120");
    }
    findings.count("pipeline.tags", identity.tags().size(), MOST_TAGS, "tags");
    identity
        .tags()
        .forEach(tag -> {
          String path = "pipeline.tags." + tag.key();
          findings.matches(path, tag.key(), TAG, "letters, digits and _.:/=+-@ as a tag's key");
          findings.atMost(path, tag.key(), LONGEST_TAG_KEY);
          findings.matches(path, tag.value(), TAG, "letters, digits and _.:/=+-@");
          findings.atMost(path, tag.value(), LONGEST_TAG_VALUE);
          if (tag.key().startsWith("aws:")) {
            findings.error(path, "keys beginning with aws: are reserved; choose another");
          }
        });
  }

  private void placement(Placement placement) {
    findings.matches("pipeline.region", placement.region(), REGION, "a region such as eu-west-1");
    findings.matches(
        "pipeline.role",
        placement.role(),
        ROLE,
        "a role's ARN such as arn:aws:iam::123456789012:role/Shardline (`shardline pipeline policy`"
            + " prints what it must allow)");
    findings.atMost("pipeline.role", placement.role(), LONGEST_ARN);
    if (!placement.work().isEmpty()) {
      findings.matches(
          "pipeline.work",
          placement.workBucket().isEmpty() ? placement.work() : placement.workBucket(),
          BUCKET,
          "an S3 location such as s3://bucket/shardline with a valid bucket name");
      findings.atMost("pipeline.work", placement.work(), LONGEST_URI);
    }
    image("pipeline.image", placement.image(), placement.region());
  }

  private void image(String path, String image, String region) {
    findings.atMost(path, image, LONGEST_IMAGE);
    var ecr = ECR.matcher(image);
    if (!image.isEmpty() && !ecr.matches()) {
      findings.warning(
          path,
          "SageMaker pulls processing images from ECR, such as"
              + " 123456789012.dkr.ecr.eu-west-1.amazonaws.com/shardline:0.1.0; found \"%s\"",
          image);
    } else if (REGION.matcher(region).matches() && ecr.matches() && !ecr.group(1).equals(region)) {
      findings.error(
          path, "the image lies in region %s, the pipeline runs in %s", ecr.group(1), region);
    }
    if (!image.isEmpty() && !image.contains("@sha256:")) {
      findings.warning(
          path,
          "the tag may be moved to another image, which the step cache does not see; name the image"
              + " by digest (…@sha256:…)");
    }
  }

  private void policies(Policies policies) {
    if (policies.cache().enabled() && !isPeriod(policies.cache().expireAfter())) {
      findings.error(
          "pipeline.cache.expire-after",
          "expected an ISO 8601 duration such as P30D or PT12H, found \"%s\"",
          policies.cache().expireAfter());
    }
    Policies.Retry retry = policies.retry();
    findings.within("pipeline.retry.attempts", retry.attempts(), 0, MOST_ATTEMPTS);
    findings.within(
        "pipeline.retry.interval", retry.interval().toSeconds(), 1, Duration.ofDays(1).toSeconds());
    if (!(retry.backoff() >= 1 && retry.backoff() <= 100)) {
      findings.error(
          "pipeline.retry.backoff", "expected a factor of 1 to 100, found %s", retry.backoff());
    }
    if (policies.parallelism() != null) {
      findings.within("pipeline.parallelism", policies.parallelism(), 1, Integer.MAX_VALUE);
    }
  }

  /// Whether the text is what the service's cache understands: days, hours, or both.
  private static boolean isPeriod(String text) {
    try {
      return !Duration.parse(text).isZero();
    } catch (DateTimeParseException noDuration) {
      return isCalendarPeriod(text);
    }
  }

  private static boolean isCalendarPeriod(String text) {
    try {
      return !Period.parse(text).isZero();
    } catch (DateTimeParseException noPeriod) {
      return false;
    }
  }

  private void security(Security security, PreprocessStage preprocess) {
    key("pipeline.kms.volume-key", security.volumeKey());
    key("pipeline.kms.output-key", security.outputKey());
    Network network = security.network();
    if (network == null) {
      return;
    }
    if (network.subnets().isEmpty() != network.securityGroups().isEmpty()) {
      findings.error("pipeline.network", "give both subnets and security-groups, or neither");
    }
    findings.count("pipeline.network.subnets", network.subnets().size(), MOST_SUBNETS, "subnets");
    findings.count(
        "pipeline.network.security-groups",
        network.securityGroups().size(),
        MOST_GROUPS,
        "security groups");
    network
        .subnets()
        .forEach(id -> findings.matches("pipeline.network.subnets", id, NETWORK_ID, "subnet ids"));
    network
        .securityGroups()
        .forEach(id ->
            findings.matches(
                "pipeline.network.security-groups", id, NETWORK_ID, "security group ids"));
    if (network.isolation()) {
      isolation(preprocess);
    }
  }

  /// An isolated container reads what was downloaded for it and nothing else.
  private void isolation(PreprocessStage preprocess) {
    if (preprocess.sharding() == Sharding.PARTS) {
      findings.error(
          "pipeline.network.isolation",
          "with sharding: parts the workers stream from S3, which isolation forbids; set"
              + " pipeline.preprocess.sharding: objects");
    } else if (preprocess.instances() == null || preprocess.instances() != 1) {
      findings.error(
          "pipeline.network.isolation",
          "SageMaker may hand the objects of one part to several machines, which then read them"
              + " from S3; isolation needs pipeline.preprocess.instance-count: 1");
    }
  }

  private void key(String path, @Nullable String key) {
    if (key != null) {
      findings.matches(path, key, KEY, "a KMS key's id, alias or ARN");
      findings.atMost(path, key, LONGEST_ARN);
    }
  }
}
