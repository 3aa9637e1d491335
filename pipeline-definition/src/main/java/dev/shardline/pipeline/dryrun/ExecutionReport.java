package dev.shardline.pipeline.dryrun;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shardline.digest.CanonicalJson;
import dev.shardline.pipeline.dryrun.DryRunEvent.StepStatus;
import java.util.List;
import java.util.Locale;

/// How an execution ended.
///
/// @param steps in the definition's order, branches included
/// @param doubts what worked here but is doubtful on the service
public record ExecutionReport(
    ExecutionIdentity identity, List<StepReport> steps, List<String> doubts) {
  public ExecutionReport {
    steps = List.copyOf(steps);
    doubts = List.copyOf(doubts);
  }

  /// Whether no step failed.
  public boolean succeeded() {
    return steps.stream().noneMatch(step -> step.status() == StepStatus.FAILED);
  }

  public ObjectNode toJson() {
    ObjectNode json = CanonicalJson.object();
    json.put("pipeline", identity.pipeline()).put("execution", identity.id());
    json.put("status", succeeded() ? "Succeeded" : "Failed");
    ArrayNode list = json.putArray("steps");
    for (StepReport step : steps) {
      list.addObject()
          .put("name", step.name())
          .put("type", step.type())
          .put("status", step.status().name().toLowerCase(Locale.ROOT).replace('_', '-'))
          .put("attempts", step.attempts())
          .put("cache-hit", step.cacheHit())
          .put("reason", step.reason());
    }
    doubts.forEach(json.putArray("doubts")::add);
    return json;
  }
}
