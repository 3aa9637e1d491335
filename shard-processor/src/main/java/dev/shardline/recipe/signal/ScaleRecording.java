package dev.shardline.recipe.signal;

import dev.shardline.recipe.Parameter;
import dev.shardline.recipe.ParameterType;
import dev.shardline.recipe.StepFactory;
import dev.shardline.signal.Recording;
import dev.shardline.signal.SignalChannel;
import dev.shardline.signal.SignalUnit;
import dev.shardline.signal.scale.ChannelScaling;
import dev.shardline.signal.scale.Scaler;
import java.util.List;

/// Scales every signal channel by its own values; what is left has no unit.
///
/// @param newWeight for [Method#EXPONENTIAL_MOVING]
/// @param initialSeconds for [Method#EXPONENTIAL_MOVING]
/// @param smallest for [Method#EXPONENTIAL_MOVING]
record ScaleRecording(Method method, double newWeight, double initialSeconds, double smallest)
    implements RecordingStep {
  /// How values are scaled.
  enum Method {
    /// By mean and deviation.
    Z_SCORE,
    /// By median and distance of the quartiles.
    ROBUST,
    /// By exponentially weighted mean and deviation of the values so far.
    EXPONENTIAL_MOVING
  }

  private static final String NAME = "scale-recording";

  private static final Parameter<Method> METHOD =
      Parameter.of(
          "method",
          ParameterType.choice(Method.class),
          Method.Z_SCORE,
          "how every signal channel is scaled by its own values");
  private static final Parameter<Double> NEW_WEIGHT =
      Parameter.of(
          "new-weight",
          ParameterType.number(1e-12, 1),
          1e-3,
          "for exponential-moving: the weight of a new value, braindecode's factor_new");
  private static final Parameter<Double> INITIAL_SECONDS =
      Parameter.of(
          "initial-seconds",
          ParameterType.number(0, 1e6),
          0.0,
          "for exponential-moving: scale the first seconds by their own mean and deviation");
  private static final Parameter<Double> SMALLEST =
      Parameter.of(
          "smallest-deviation",
          ParameterType.number(Double.MIN_NORMAL, 1e12),
          1e-4,
          "for exponential-moving: the least divisor, braindecode's eps");

  static final StepFactory FACTORY =
      new SignalStepFactory(
          NAME,
          "scales every signal channel by its own values: z-score, robust, exponential moving",
          List.of(METHOD, NEW_WEIGHT, INITIAL_SECONDS, SMALLEST),
          arguments ->
              new ScaleRecording(
                  arguments.value(METHOD),
                  arguments.value(NEW_WEIGHT),
                  arguments.value(INITIAL_SECONDS),
                  arguments.value(SMALLEST)));

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Recording apply(Recording recording) {
    List<SignalChannel> channels =
        recording.channels().stream().map(channel -> channel.withUnit(SignalUnit.NONE)).toList();
    return recording.withChannels(
        channels, ChannelScaling.apply(scaler(recording), recording.traces()));
  }

  private Scaler scaler(Recording recording) {
    return switch (method) {
      case Z_SCORE -> new Scaler.ZScore();
      case ROBUST -> new Scaler.Robust();
      case EXPONENTIAL_MOVING ->
          new Scaler.ExponentialMoving(
              newWeight, Math.toIntExact(recording.rate().timePoints(initialSeconds)), smallest);
    };
  }
}
