package dev.shardline.pipeline.policy;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shardline.digest.CanonicalJson;
import java.util.List;
import java.util.Map;

/// Collects the statements of an IAM policy.
final class PolicyDocument {
  private final ObjectNode json = CanonicalJson.object().put("Version", "2012-10-17");
  private final ArrayNode statements = json.putArray("Statement");

  /// @param id letters and digits
  /// @param conditions by operator, then key
  void allow(
      String id,
      List<String> actions,
      List<String> resources,
      Map<String, Map<String, String>> conditions) {
    ObjectNode statement = statements.addObject().put("Sid", id).put("Effect", "Allow");
    actions.forEach(statement.putArray("Action")::add);
    resources.forEach(statement.putArray("Resource")::add);
    addConditions(statement, conditions);
  }

  void allow(String id, List<String> actions, String... resources) {
    allow(id, actions, List.of(resources), Map.of());
  }

  /// Lets a service take the role on.
  void trust(String service, Map<String, Map<String, String>> conditions) {
    ObjectNode statement = statements.addObject().put("Effect", "Allow");
    statement.putObject("Principal").put("Service", service);
    statement.put("Action", "sts:AssumeRole");
    addConditions(statement, conditions);
  }

  private static void addConditions(
      ObjectNode statement, Map<String, Map<String, String>> conditions) {
    if (!conditions.isEmpty()) {
      ObjectNode condition = statement.putObject("Condition");
      conditions.forEach((operator, values) -> values.forEach(condition.withObject(operator)::put));
    }
  }

  ObjectNode toJson() {
    return json;
  }
}
