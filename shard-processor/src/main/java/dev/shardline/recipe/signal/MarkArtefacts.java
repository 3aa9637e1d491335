package dev.shardline.recipe.signal;

import dev.shardline.recipe.Footprint;
import dev.shardline.recipe.Parameter;
import dev.shardline.recipe.ParameterType;
import dev.shardline.recipe.StepFactory;
import dev.shardline.recipe.StoredData;
import dev.shardline.recipe.StoredFootprint;
import dev.shardline.signal.Annotation;
import dev.shardline.signal.Recording;
import dev.shardline.signal.SignalType;
import dev.shardline.signal.clean.CovarianceDistance;
import dev.shardline.signal.epoch.FixedWindows;
import dev.shardline.signal.epoch.FixedWindows.Last;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Annotates stretches whose covariance across signal channels lies far from the others' as
/// `BAD_covariance`, so that windows leave them out.
///
/// @param seconds length of the stretches that are compared
record MarkArtefacts(CovarianceDistance distance, double seconds, List<SignalType> types)
    implements RecordingStep {
  private static final String NAME = "mark-artefacts";
  private static final String TEXT = "BAD_covariance";

  private static final Parameter<Double> SECONDS =
      Parameter.of(
          "seconds", ParameterType.number(1e-6, 1e9), 1.0, "length of the stretches compared");
  private static final Parameter<Double> THRESHOLD =
      Parameter.of(
          "threshold",
          ParameterType.number(1e-6, 1e6),
          3.0,
          "how many deviations of log distance from the mean are too many");
  private static final Parameter<Double> SHRINKAGE =
      Parameter.of(
          "shrinkage",
          ParameterType.number(0, 0.999),
          0.01,
          "the share of mean variance mixed into each covariance");
  private static final Parameter<List<SignalType>> TYPES =
      Parameter.of(
          "types",
          ParameterType.list(ParameterType.choice(SignalType.class), 0, SignalType.values().length),
          List.of(SignalType.EEG),
          "which signal channels are looked at; empty for all");

  static final StepFactory FACTORY =
      new SignalStepFactory(
          NAME,
          "marks stretches whose covariance lies far from the others' (Riemannian potato)",
          List.of(SECONDS, THRESHOLD, SHRINKAGE, TYPES),
          arguments ->
              new MarkArtefacts(
                  new CovarianceDistance(arguments.value(THRESHOLD), arguments.value(SHRINKAGE)),
                  arguments.value(SECONDS),
                  arguments.value(TYPES)));

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Footprint footprint(long dataBytes) {
    return Footprint.of(dataBytes, dataBytes, 4 * dataBytes);
  }

  /// All signal channels at once are compared with each other.
  @Override
  public Optional<StoredFootprint> storedFootprint(StoredData taken) {
    return Optional.empty();
  }

  @Override
  public Recording apply(Recording recording) {
    int length = Math.toIntExact(recording.rate().timePoints(seconds));
    int[] starts = new FixedWindows(length, length, Last.DROP).starts(recording.timePoints());
    double[][] rows =
        IntStream.range(0, recording.channels().size())
            .filter(i -> types.isEmpty() || types.contains(recording.channels().get(i).type()))
            .mapToObj(recording.traces()::doubles)
            .toArray(double[][]::new);
    if (rows.length == 0 || starts.length == 0) {
      throw new IllegalArgumentException(
          "it needs a signal channel of the types %s and %s s".formatted(types, seconds));
    }
    boolean[] accepted = distance.accepted(rows, starts, length);
    List<Annotation> annotations = new ArrayList<>(recording.annotations());
    for (int i = 0; i < starts.length; i++) {
      if (!accepted[i]) {
        double onset = recording.rate().secondsAt(starts[i]);
        double end = recording.rate().secondsAt(starts[i] + length);
        annotations.add(new Annotation(onset, end - onset, TEXT));
      }
    }
    return recording.withAnnotations(List.copyOf(annotations));
  }
}
