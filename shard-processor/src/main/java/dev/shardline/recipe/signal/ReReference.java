package dev.shardline.recipe.signal;

import dev.shardline.failure.MalformedDataException;
import dev.shardline.failure.Reason;
import dev.shardline.recipe.Footprint;
import dev.shardline.recipe.Parameter;
import dev.shardline.recipe.ParameterType;
import dev.shardline.recipe.StepFactory;
import dev.shardline.signal.Recording;
import dev.shardline.signal.SignalType;
import dev.shardline.signal.clean.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/// Subtracts the mean of some signal channels from all of one kind: by default the common average.
///
/// @param reference labels of the reference; empty for all channels of the types
/// @param types of the channels that are re-referenced; empty for all
record ReReference(List<String> reference, List<SignalType> types) implements RecordingStep {
  private static final String NAME = "re-reference";
  private static final int MOST_CHANNELS = 100_000;

  private static final Parameter<List<String>> TO =
      Parameter.of(
          "to",
          ParameterType.list(ParameterType.text(), 0, MOST_CHANNELS),
          List.of(),
          "labels whose mean is subtracted, such as [M1, M2]; empty for the common average");
  private static final Parameter<List<SignalType>> TYPES =
      Parameter.of(
          "types",
          ParameterType.list(ParameterType.choice(SignalType.class), 0, SignalType.values().length),
          List.of(SignalType.EEG),
          "which signal channels are re-referenced and averaged; empty for all");

  static final StepFactory FACTORY =
      new SignalStepFactory(
          NAME,
          "subtracts the common average or the mean of some signal channels",
          List.of(TO, TYPES),
          arguments -> new ReReference(arguments.value(TO), arguments.value(TYPES)));

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
    int[] targets =
        IntStream.range(0, recording.channels().size())
            .filter(i -> types.isEmpty() || types.contains(recording.channels().get(i).type()))
            .toArray();
    int[] sources = reference.isEmpty() ? targets : rows(recording);
    if (targets.length == 0) {
      throw new MalformedDataException(
          Reason.WRONG_KIND, "signal channels", "some of the types " + types, "none");
    }
    Reference subtracted = new Reference(sources, targets);
    return recording.withTraces(recording.traces().mapColumns(subtracted::apply));
  }

  private int[] rows(Recording recording) throws MalformedDataException {
    List<Integer> rows = new ArrayList<>();
    for (String label : reference) {
      OptionalInt row = recording.channelIndex(label);
      if (row.isEmpty()) {
        throw new MalformedDataException(
            Reason.WRONG_KIND, "reference", "a signal channel '" + label + "'", "none");
      }
      rows.add(row.getAsInt());
    }
    return rows.stream().mapToInt(Integer::intValue).toArray();
  }
}
