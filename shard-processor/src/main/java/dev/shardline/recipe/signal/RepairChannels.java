package dev.shardline.recipe.signal;

import dev.shardline.failure.MalformedDataException;
import dev.shardline.failure.Reason;
import dev.shardline.recipe.Footprint;
import dev.shardline.recipe.Item;
import dev.shardline.recipe.Parameter;
import dev.shardline.recipe.ParameterType;
import dev.shardline.recipe.StepFactory;
import dev.shardline.signal.Recording;
import dev.shardline.signal.SignalChannel;
import dev.shardline.signal.clean.BadChannels;
import dev.shardline.signal.clean.ChannelRepair;
import java.util.List;
import java.util.stream.IntStream;

/// Replaces bad signal channels. Records their labels as `bad-channels`, if there are any.
///
/// @param largestShare with a larger share of bad channels a recording is refused
record RepairChannels(BadChannels bad, ChannelRepair repair, double largestShare)
    implements RecordingStep {
  private static final String NAME = "repair-channels";

  private static final Parameter<List<String>> CHANNELS =
      Parameter.of(
          "channels",
          ParameterType.list(ParameterType.text(), 0, 100_000),
          List.of(),
          "labels that are bad wherever they are found");
  private static final Parameter<Double> FLAT_BELOW =
      Parameter.of(
          "flat-below",
          ParameterType.number(0, Double.MAX_VALUE),
          0.0,
          "a smaller peak-to-peak amplitude over the recording is bad, in the channel's unit");
  private static final Parameter<Double> CLIPPED_SHARE =
      Parameter.of(
          "clipped-share",
          ParameterType.number(0, 1),
          1.0,
          "a larger share of time points at the channel's extremes is bad; 1 for never");
  private static final Parameter<ChannelRepair> WITH =
      Parameter.of(
          "with",
          ParameterType.choice(ChannelRepair.class),
          ChannelRepair.INTERPOLATE,
          "zero, or spherical splines over the good 10-10 electrodes, as MNE interpolates");
  private static final Parameter<Double> LARGEST_SHARE =
      Parameter.of(
          "largest-share",
          ParameterType.number(0, 1),
          0.25,
          "recordings with a larger share of bad signal channels are refused");

  static final StepFactory FACTORY =
      new SignalStepFactory(
          NAME,
          "replaces bad signal channels: named, flat or clipped ones",
          List.of(CHANNELS, FLAT_BELOW, CLIPPED_SHARE, WITH, LARGEST_SHARE),
          arguments ->
              new RepairChannels(
                  new BadChannels(
                      arguments.value(CHANNELS),
                      arguments.value(FLAT_BELOW),
                      arguments.value(CLIPPED_SHARE)),
                  arguments.value(WITH),
                  arguments.value(LARGEST_SHARE)));

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Footprint footprint(long dataBytes) {
    return Footprint.of(dataBytes, dataBytes, 4 * dataBytes);
  }

  @Override
  public Recording apply(Recording recording) throws MalformedDataException {
    return repair.apply(recording, bad.of(recording));
  }

  @Override
  public Item map(Item item) throws MalformedDataException {
    Recording recording = RecordingStep.recording(item);
    int[] rows = bad.of(recording);
    if (rows.length > largestShare * recording.channels().size()) {
      throw new MalformedDataException(
          Reason.CHECK_FAILED,
          "bad signal channels",
          "at most %s of %d".formatted(largestShare, recording.channels().size()),
          labels(recording, rows) + "");
    }
    Item repaired = item.withData(repair.apply(recording, rows));
    return rows.length == 0
        ? repaired
        : repaired.withRecorded("bad-channels", labels(recording, rows));
  }

  private static List<String> labels(Recording recording, int[] rows) {
    return IntStream.of(rows)
        .mapToObj(recording.channels()::get)
        .map(SignalChannel::label)
        .toList();
  }
}
