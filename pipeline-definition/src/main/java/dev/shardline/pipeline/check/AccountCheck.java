package dev.shardline.pipeline.check;

import dev.shardline.pipeline.check.AccountFacts.BucketFact;
import dev.shardline.pipeline.settings.PipelineSettings;
import dev.shardline.pipeline.settings.Problem;
import dev.shardline.storage.ObjectLocation;
import java.util.List;

/// Checks that the account has what the settings name.
public final class AccountCheck {
  private final AccountFacts facts;
  private final Findings findings = new Findings();

  private AccountCheck(AccountFacts facts) {
    this.facts = facts;
  }

  /// @param sourceSetting the path of the setting that names the sources
  /// @param sources where the data lies; other schemes than `s3` are passed over
  public static List<Problem> check(
      PipelineSettings settings,
      String sourceSetting,
      List<ObjectLocation> sources,
      AccountFacts facts) {
    AccountCheck check = new AccountCheck(facts);
    String region = settings.placement().region();
    check.bucket("pipeline.work", settings.placement().workBucket(), region);
    sources.stream()
        .filter(source -> source.scheme().equals("s3"))
        .map(ObjectLocation::container)
        .distinct()
        .forEach(bucket -> check.bucket(sourceSetting, bucket, region));
    check.role(settings.placement().role());
    return check.findings.all();
  }

  private void bucket(String path, String bucket, String region) {
    switch (facts.bucket(bucket)) {
      case BucketFact.InRegion(String found) -> {
        if (!found.isEmpty() && !found.equals(region)) {
          findings.error(
              path,
              "the bucket %s lies in %s, the pipeline runs in %s; SageMaker reads only buckets of"
                  + " its own region",
              bucket,
              found,
              region);
        }
      }
      case BucketFact.Missing() ->
          findings.error(path, "there is no bucket %s; create it in %s", bucket, region);
      case BucketFact.Hidden() ->
          findings.warning(
              path, "you may not look at the bucket %s, so its region is not checked", bucket);
    }
  }

  private void role(String role) {
    switch (facts.role(role)) {
      case PRESENT -> {}
      case MISSING ->
          findings.error(
              "pipeline.role",
              "there is no role %s; create it with what `shardline pipeline policy` prints",
              role);
      case HIDDEN ->
          findings.warning(
              "pipeline.role", "you may not look at roles, so %s is not checked", role);
    }
  }
}
