package dev.shardline.recipe.signal;

import dev.shardline.data.DataKind;
import dev.shardline.failure.MalformedDataException;
import dev.shardline.recipe.Footprint;
import dev.shardline.recipe.Item;
import dev.shardline.recipe.MapStep;
import dev.shardline.recipe.Signature;
import dev.shardline.recipe.StepFactory;
import dev.shardline.signal.Recording;
import dev.shardline.signal.RowTensors;
import dev.shardline.signal.SignalChannel;
import java.util.List;

/// The array that a shard holds: axes signal channel, time point. Records `signal-channels`,
/// `units` and `sampling-rate-hz`.
record RecordingToTensor() implements MapStep {
  private static final String NAME = "recording-to-tensor";

  static final StepFactory FACTORY =
      new SignalStepFactory(
          NAME,
          "makes the array that shards hold: signal channels by time points",
          List.of(),
          _ -> new RecordingToTensor());

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Signature signature() {
    return Signature.of(DataKind.RECORDING, DataKind.TENSOR);
  }

  @Override
  public Footprint footprint(long dataBytes) {
    return Footprint.of(dataBytes, dataBytes, 0);
  }

  @Override
  public Item map(Item item) throws MalformedDataException {
    Recording recording = RecordingStep.recording(item);
    return described(item, recording.channels())
        .withRecorded("sampling-rate-hz", recording.rate().hertz())
        .withData(RecordingStep.suited(NAME, recording, () -> RowTensors.of(recording.traces())));
  }

  /// The item with what its rows are.
  static Item described(Item item, List<SignalChannel> channels) {
    return item.withRecorded(
            "signal-channels", channels.stream().map(SignalChannel::label).toList())
        .withRecorded("units", channels.stream().map(channel -> channel.unit().symbol()).toList());
  }
}
