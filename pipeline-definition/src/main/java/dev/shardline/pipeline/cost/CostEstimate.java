package dev.shardline.pipeline.cost;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shardline.digest.CanonicalJson;
import java.util.List;

/// What an execution will cost, step by step.
///
/// @param missing instance types whose price is not in the list; what they cost is not in the total
public record CostEstimate(String currency, List<Line> lines, List<String> missing) {
  /// One step.
  ///
  /// @param hours how long it takes
  /// @param measured whether the hours come from a measured speed; else they are the most the job
  ///   is allowed
  /// @param cost of machines and volumes
  public record Line(
      String step,
      String instanceType,
      int instances,
      double hours,
      boolean measured,
      double cost) {}

  public CostEstimate {
    lines = List.copyOf(lines);
    missing = List.copyOf(missing);
  }

  public double total() {
    return lines.stream().mapToDouble(Line::cost).sum();
  }

  /// Whether every line rests on a measured speed; else the total is a bound from above.
  public boolean measured() {
    return lines.stream().allMatch(Line::measured);
  }

  public ObjectNode toJson() {
    ObjectNode json = CanonicalJson.object().put("currency", currency);
    ArrayNode list = json.putArray("steps");
    for (Line line : lines) {
      list.addObject()
          .put("step", line.step())
          .put("instance-type", line.instanceType())
          .put("instances", line.instances())
          .put("hours", line.hours())
          .put("measured", line.measured())
          .put("cost", line.cost());
    }
    json.put("total", total());
    json.put("bound", measured() ? "estimate" : "at-most");
    missing.forEach(json.putArray("missing-prices")::add);
    return json;
  }
}
