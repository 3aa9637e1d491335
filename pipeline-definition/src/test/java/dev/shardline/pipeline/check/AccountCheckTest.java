package dev.shardline.pipeline.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardline.pipeline.Examples;
import dev.shardline.pipeline.check.AccountFacts.BucketFact;
import dev.shardline.pipeline.check.AccountFacts.RoleFact;
import dev.shardline.pipeline.settings.Problem;
import dev.shardline.storage.ObjectLocation;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AccountCheckTest {
  /// An account with these buckets; all others are missing.
  private record Account(Map<String, BucketFact> buckets, RoleFact role) implements AccountFacts {
    @Override
    public BucketFact bucket(String name) {
      return buckets.getOrDefault(name, new BucketFact.Missing());
    }

    @Override
    public RoleFact role(String arn) {
      return role;
    }
  }

  private static List<Problem> problems(AccountFacts account, String... sources) {
    return AccountCheck.check(
        Examples.settings(Examples.SMALL),
        "dataset.source",
        List.of(sources).stream().map(ObjectLocation::parse).toList(),
        account);
  }

  private static final BucketFact HERE = new BucketFact.InRegion("eu-west-1");

  @Test
  void anAccountThatHasEverythingHasNoProblem() {
    Account account = new Account(Map.of(workBucket(), HERE, "scans", HERE), RoleFact.PRESENT);

    assertThat(problems(account, "s3://scans/a/", "s3://scans/b/", "file:///data/")).isEmpty();
  }

  @Test
  void allThatIsMissingIsToldAtOnceWithItsSetting() {
    Account account =
        new Account(Map.of("far", new BucketFact.InRegion("us-west-2")), RoleFact.MISSING);

    assertThat(problems(account, "s3://far/a/", "s3://gone/"))
        .allMatch(Problem::isError)
        .extracting(problem -> problem.path() + ": " + problem.message())
        .containsExactly(
            "pipeline.work: there is no bucket %s; create it in eu-west-1".formatted(workBucket()),
            "dataset.source: the bucket far lies in us-west-2, the pipeline runs in eu-west-1;"
                + " SageMaker reads only buckets of its own region",
            "dataset.source: there is no bucket gone; create it in eu-west-1",
            "pipeline.role: there is no role %s; create it with what `shardline pipeline policy`"
                    .formatted(Examples.settings(Examples.SMALL).placement().role())
                + " prints");
  }

  @Test
  void whatMayNotBeLookedAtIsWarnedOfAndDoesNotStop() {
    Account account = new Account(Map.of(workBucket(), new BucketFact.Hidden()), RoleFact.HIDDEN);

    assertThat(problems(account)).hasSize(2).noneMatch(Problem::isError);
  }

  private static String workBucket() {
    return Examples.settings(Examples.SMALL).placement().workBucket();
  }
}
