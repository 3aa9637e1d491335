package dev.shardline.recipe.signal;

import dev.shardline.data.DataKind;
import dev.shardline.failure.MalformedDataException;
import dev.shardline.recipe.Footprint;
import dev.shardline.recipe.Item;
import dev.shardline.recipe.MapStep;
import dev.shardline.recipe.Parameter;
import dev.shardline.recipe.ParameterType;
import dev.shardline.recipe.Signature;
import dev.shardline.recipe.StepFactory;
import dev.shardline.recipe.StoredData;
import dev.shardline.recipe.StoredFootprint;
import dev.shardline.signal.Recording;
import dev.shardline.signal.feature.Hjorth;
import dev.shardline.signal.feature.Waveform;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Numbers that describe the shape of every signal channel, without a spectrum.
record WaveformFeatures(List<Feature> features) implements MapStep {
  /// What is measured.
  enum Feature {
    RMS,
    LINE_LENGTH,
    PEAK_TO_PEAK,
    HJORTH_ACTIVITY,
    HJORTH_MOBILITY,
    HJORTH_COMPLEXITY;

    double of(double[] row) {
      return switch (this) {
        case RMS -> Waveform.rootMeanSquare(row);
        case LINE_LENGTH -> Waveform.lineLength(row);
        case PEAK_TO_PEAK -> Waveform.peakToPeak(row);
        case HJORTH_ACTIVITY -> Hjorth.of(row).activity();
        case HJORTH_MOBILITY -> Hjorth.of(row).mobility();
        case HJORTH_COMPLEXITY -> Hjorth.of(row).complexity();
      };
    }

    /// The unit for signals of a unit.
    String unit(String signal) {
      return switch (this) {
        case RMS, LINE_LENGTH, PEAK_TO_PEAK -> signal;
        case HJORTH_ACTIVITY -> signal.isEmpty() ? "" : signal + "²";
        case HJORTH_MOBILITY, HJORTH_COMPLEXITY -> "1";
      };
    }
  }

  private static final String NAME = "waveform-features";

  private static final Parameter<List<Feature>> FEATURES =
      Parameter.of(
          "features",
          ParameterType.list(ParameterType.choice(Feature.class), 1, Feature.values().length),
          Arrays.asList(Feature.values()),
          "what is measured, in the order of columns");

  static final StepFactory FACTORY =
      new SignalStepFactory(
          NAME,
          "measures every signal channel: RMS, line length, peak to peak, Hjorth's parameters",
          List.of(FEATURES),
          arguments -> new WaveformFeatures(arguments.value(FEATURES)));

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
    return Footprint.of(dataBytes, dataBytes, 2 * dataBytes);
  }

  @Override
  public Optional<StoredFootprint> storedFootprint(StoredData taken) {
    long table = (long) taken.rows() * features.size() * Double.BYTES;
    return Optional.of(
        new StoredFootprint.InMemory(Footprint.of(0, 2 * table, taken.rowsInDouble(3))));
  }

  @Override
  public Item map(Item item) throws MalformedDataException {
    Recording recording = RecordingStep.recording(item);
    double[][] values =
        RecordingStep.suited(
            NAME,
            recording,
            () ->
                IntStream.range(0, recording.channels().size())
                    .mapToObj(recording.traces()::doubles)
                    .map(row -> features.stream().mapToDouble(one -> one.of(row)).toArray())
                    .toArray(double[][]::new));
    String unit = recording.channels().getFirst().unit().symbol();
    return FeatureTable.item(
            item,
            recording.channels(),
            recording.traces(),
            values,
            features.stream().map(ParameterType::choiceName).toList(),
            features.stream().map(feature -> feature.unit(unit)).toList())
        .withRecorded("sampling-rate-hz", recording.rate().hertz());
  }
}
