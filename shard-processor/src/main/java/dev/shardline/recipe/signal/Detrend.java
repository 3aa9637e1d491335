package dev.shardline.recipe.signal;

import dev.shardline.recipe.Parameter;
import dev.shardline.recipe.ParameterType;
import dev.shardline.recipe.StepFactory;
import dev.shardline.signal.Recording;
import dev.shardline.signal.spectrum.Trend;
import java.util.List;

/// Takes the mean or the least-squares line out of every signal channel.
record Detrend(Trend trend) implements RecordingStep {
  private static final String NAME = "detrend";

  private static final Parameter<Trend> TREND =
      Parameter.of(
          "trend", ParameterType.choice(Trend.class), Trend.LINEAR, "constant is the mean");

  static final StepFactory FACTORY =
      new SignalStepFactory(
          NAME,
          "takes the mean or the least-squares line out of every signal channel",
          List.of(TREND),
          arguments -> new Detrend(arguments.value(TREND)));

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Recording apply(Recording recording) {
    return recording.withTraces(recording.traces().mapRows(this::detrended));
  }

  private double[] detrended(double[] row) {
    double[] detrended = row.clone();
    trend.remove(detrended, 0, detrended.length);
    return detrended;
  }
}
