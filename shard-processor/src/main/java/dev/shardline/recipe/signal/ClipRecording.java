package dev.shardline.recipe.signal;

import dev.shardline.recipe.Parameter;
import dev.shardline.recipe.ParameterType;
import dev.shardline.recipe.StepFactory;
import dev.shardline.signal.Recording;
import dev.shardline.signal.scale.ChannelScaling;
import dev.shardline.signal.scale.Scaler;
import java.util.List;

/// Holds values within a limit.
record ClipRecording(double limit) implements RecordingStep {
  private static final String NAME = "clip-recording";

  private static final Parameter<Double> LIMIT =
      Parameter.required(
          "limit",
          ParameterType.number(Double.MIN_NORMAL, Double.MAX_VALUE),
          "values stay within ±limit, in the signal channels' own unit");

  static final StepFactory FACTORY =
      new SignalStepFactory(
          NAME,
          "holds values within a limit",
          List.of(LIMIT),
          arguments -> new ClipRecording(arguments.value(LIMIT)));

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Recording apply(Recording recording) {
    return recording.withTraces(ChannelScaling.apply(new Scaler.Clip(limit), recording.traces()));
  }
}
