package dev.shardline.pipeline.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shardline.digest.CanonicalJson;
import dev.shardline.pipeline.Examples;
import dev.shardline.pipeline.Golden;
import dev.shardline.storage.ObjectLocation;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class AccessPoliciesTest {
  private static final List<ObjectLocation> SOURCES =
      List.of(
          ObjectLocation.parse("s3://scans-bucket/mri/"),
          ObjectLocation.parse("file:///data/ignored"));

  @Test
  void theRoleMayDoWhatTheJobsDo() {
    golden("policy/execution-small.json", policies(Examples.SMALL).execution());
    golden("policy/execution-full.json", policies(Examples.FULL).execution());
  }

  @Test
  void theOperatorMayDeployThisPipelineAndNoOther() {
    golden("policy/operator.json", policies(Examples.FULL).operator());
  }

  @Test
  void onlyTheServiceInThisAccountMayTakeTheRole() {
    golden("policy/trust.json", policies(Examples.SMALL).trust());
  }

  @Test
  void everythingIsAllowedOnlyWhereTheServiceHasNoResourceToName() {
    for (JsonNode statement : policies(Examples.FULL).execution().path("Statement")) {
      if (statement.path("Resource").toString().equals("[\"*\"]")) {
        assertThat(statement.path("Sid").asText())
            .isIn("WriteMetrics", "SignInToRegistry", "DescribeNetwork");
      }
      statement
          .path("Action")
          .forEach(action -> assertThat(action.asText()).doesNotMatch(".*:\\*?$"));
    }
  }

  private static AccessPolicies policies(String yaml) {
    return new AccessPolicies(Examples.settings(yaml), SOURCES);
  }

  private static void golden(String file, JsonNode policy) {
    Golden.assertMatches(file, new String(CanonicalJson.file(policy), StandardCharsets.UTF_8));
  }
}
