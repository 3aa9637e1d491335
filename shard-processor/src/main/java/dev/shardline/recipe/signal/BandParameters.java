package dev.shardline.recipe.signal;

import dev.shardline.failure.UsageException;
import dev.shardline.recipe.Arguments;
import dev.shardline.recipe.Parameter;
import dev.shardline.recipe.ParameterType;
import dev.shardline.recipe.signal.SectionedFilter.Phase;
import dev.shardline.signal.filter.Band;
import java.util.List;

/// The parameters by which filters are told what to let through.
final class BandParameters {
  private static final double UNSET = 0;
  private static final double HIGHEST = 1e9;

  static final Parameter<Double> LOW =
      Parameter.of(
          "low-hz",
          ParameterType.number(UNSET, HIGHEST),
          UNSET,
          "low edge; 0 for a low-pass without one");
  static final Parameter<Double> HIGH =
      Parameter.of(
          "high-hz",
          ParameterType.number(UNSET, HIGHEST),
          UNSET,
          "high edge; 0 for a high-pass without one");
  static final Parameter<Boolean> STOP =
      Parameter.of(
          "stop", ParameterType.flag(), false, "take out what lies between the edges instead");
  static final Parameter<Phase> PHASE =
      Parameter.of(
          "phase",
          ParameterType.choice(Phase.class),
          Phase.ZERO,
          "zero: no delay, looks ahead; causal: as it would run while recording");

  static final List<Parameter<?>> EDGES = List.of(LOW, HIGH, STOP);

  private BandParameters() {}

  /// @throws UsageException if the edges do not make a band
  static Band band(String step, Arguments arguments) {
    double low = arguments.value(LOW);
    double high = arguments.value(HIGH);
    boolean stop = arguments.value(STOP);
    if (low == UNSET && high == UNSET || stop && (low == UNSET || high == UNSET)) {
      throw new UsageException(
          "`%s` needs `low-hz`, `high-hz` or both, and both for `stop`".formatted(step));
    }
    if (low != UNSET && high != UNSET && low >= high) {
      throw new UsageException(
          "`%s` needs `low-hz` below `high-hz`, found %s and %s".formatted(step, low, high));
    }
    if (low == UNSET) {
      return new Band.LowPass(high);
    }
    if (high == UNSET) {
      return new Band.HighPass(low);
    }
    return stop ? new Band.BandStop(low, high) : new Band.BandPass(low, high);
  }
}
