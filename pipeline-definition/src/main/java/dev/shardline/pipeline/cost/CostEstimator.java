package dev.shardline.pipeline.cost;

import dev.shardline.pipeline.Cluster;
import dev.shardline.pipeline.Expression;
import dev.shardline.pipeline.Parameter;
import dev.shardline.pipeline.PipelineDefinition;
import dev.shardline.pipeline.Step;
import dev.shardline.pipeline.cost.CostEstimate.Line;
import dev.shardline.pipeline.plan.PartFacts;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Estimates the cost of one execution. A step that shards its inputs takes as long as its busiest
/// machine needs at the measured speed; where no speed is known, and for every other step, it is
/// the longest the job may run.
public final class CostEstimator {
  private static final double HOURS_PER_MONTH = 30 * 24;
  private static final double BYTES_PER_GIGABYTE = 1e9;

  /// What a job is billed for before its container starts: fetching image and data.
  private static final double START_HOURS = 3.0 / 60;

  private final PriceList prices;
  private final @Nullable PartFacts parts;
  private final Set<String> missing = new LinkedHashSet<>();

  /// @param parts null while no data set has been built
  public CostEstimator(PriceList prices, @Nullable PartFacts parts) {
    this.prices = prices;
    this.parts = parts;
  }

  public CostEstimate estimate(PipelineDefinition definition) {
    List<Line> lines = new ArrayList<>();
    add(definition, definition.steps(), lines);
    return new CostEstimate(prices.currency(), lines, List.copyOf(missing));
  }

  private void add(PipelineDefinition definition, List<Step> steps, List<Line> lines) {
    for (Step step : steps) {
      switch (step) {
        case Step.Processing one ->
            lines.add(
                line(
                    definition,
                    one.name(),
                    one.job().cluster(),
                    one.job().settings().maxRuntimeSeconds()));
        case Step.Training one ->
            lines.add(
                line(
                    definition,
                    one.name(),
                    one.job().cluster(),
                    one.job().settings().maxRuntimeSeconds()));
        case Step.Choice choice -> {
          add(definition, choice.whenTrue(), lines);
          add(definition, choice.whenFalse(), lines);
        }
        case Step.Fail _ -> {}
      }
    }
  }

  private Line line(
      PipelineDefinition definition, String step, Cluster cluster, int maxRuntimeSeconds) {
    String type = text(definition, cluster.instanceType());
    int instances = Integer.parseInt(text(definition, cluster.instanceCount()));
    boolean sharded = !(cluster.instanceCount() instanceof Expression.Whole);
    OptionalDouble measured = sharded ? measuredHours(type, instances) : OptionalDouble.empty();
    double hours = measured.orElse(maxRuntimeSeconds / 3600.0);
    OptionalDouble price = prices.hourOf(type);
    if (price.isEmpty()) {
      missing.add(type);
    }
    double volume = cluster.volumeGigabytes() * prices.volumeGigabyteMonth() / HOURS_PER_MONTH;
    double cost = instances * hours * (price.orElse(0) + volume);
    return new Line(step, type, instances, hours, measured.isPresent(), cost);
  }

  private OptionalDouble measuredHours(String type, int instances) {
    Double speed = prices.gigabytesPerHour().get(type);
    if (speed == null || parts == null) {
      return OptionalDouble.empty();
    }
    return OptionalDouble.of(
        START_HOURS + parts.busiestBytes(instances) / BYTES_PER_GIGABYTE / speed);
  }

  private static String text(PipelineDefinition definition, Expression expression) {
    return switch (expression) {
      case Expression.Text(String value) -> value;
      case Expression.Whole(long value) -> Long.toString(value);
      case Expression.ParameterReference(String name) -> defaultOf(definition, name);
      case Expression other ->
          throw new IllegalArgumentException("A cluster is not made of " + other);
    };
  }

  private static String defaultOf(PipelineDefinition definition, String name) {
    for (Parameter parameter : definition.parameters()) {
      if (parameter.name().equals(name) && parameter.defaultValue() != null) {
        return text(definition, parameter.defaultValue());
      }
    }
    throw new IllegalArgumentException("The parameter " + name + " has no default");
  }
}
