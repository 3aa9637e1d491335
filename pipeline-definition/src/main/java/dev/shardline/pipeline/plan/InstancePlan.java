package dev.shardline.pipeline.plan;

import dev.shardline.pipeline.settings.Problem;
import java.util.List;

/// How many machines make the shards.
///
/// @param instances 1 to 100
/// @param reasons the arithmetic, one sentence a step, for people
/// @param problems what the user should know or must mend
public record InstancePlan(int instances, List<String> reasons, List<Problem> problems) {
  public InstancePlan {
    reasons = List.copyOf(reasons);
    problems = List.copyOf(problems);
  }
}
