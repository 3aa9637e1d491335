package dev.shardline.recipe.signal;

import dev.shardline.failure.MalformedDataException;
import dev.shardline.recipe.Footprint;
import dev.shardline.recipe.Parameter;
import dev.shardline.recipe.ParameterType;
import dev.shardline.recipe.StepFactory;
import dev.shardline.signal.Recording;
import dev.shardline.signal.SignalType;
import dev.shardline.signal.clean.ChannelPick;
import dev.shardline.signal.clean.ChannelPick.Missing;
import java.util.List;
import java.util.Set;

/// Takes signal channels by label or type, in an order.
record PickChannels(ChannelPick pick) implements RecordingStep {
  private static final String NAME = "pick-channels";
  private static final int MOST_CHANNELS = 100_000;

  private static final Parameter<List<String>> CHANNELS =
      Parameter.of(
          "channels",
          ParameterType.list(ParameterType.text(), 0, MOST_CHANNELS),
          List.of(),
          "the labels to take, in this order; empty for all");
  private static final Parameter<List<SignalType>> TYPES =
      Parameter.of(
          "types",
          ParameterType.list(ParameterType.choice(SignalType.class), 0, SignalType.values().length),
          List.of(),
          "without labels: the types to take, such as [eeg]; empty for all");
  private static final Parameter<Missing> MISSING =
      Parameter.of(
          "missing",
          ParameterType.choice(Missing.class),
          Missing.REFUSE,
          "what becomes of a label that a recording lacks");

  static final StepFactory FACTORY =
      new SignalStepFactory(
          NAME,
          "takes signal channels by label or type, in an order",
          List.of(CHANNELS, TYPES, MISSING),
          arguments ->
              new PickChannels(
                  new ChannelPick(
                      arguments.value(CHANNELS),
                      Set.copyOf(arguments.value(TYPES)),
                      arguments.value(MISSING))));

  @Override
  public String name() {
    return NAME;
  }

  /// Rows are shared; zeros for missing channels may be added.
  @Override
  public Footprint footprint(long dataBytes) {
    return new Footprint(dataBytes, pick.missing() == Missing.ZERO ? 2 * dataBytes : dataBytes);
  }

  @Override
  public Recording apply(Recording recording) throws MalformedDataException {
    return pick.apply(recording);
  }
}
