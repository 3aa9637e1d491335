package dev.shardline.recipe.signal;

import dev.shardline.recipe.Parameter;
import dev.shardline.recipe.ParameterType;
import dev.shardline.recipe.StepFactory;
import dev.shardline.recipe.signal.SectionedFilter.Phase;
import dev.shardline.signal.Recording;
import dev.shardline.signal.Traces;
import dev.shardline.signal.filter.Notch;
import java.util.List;

/// Takes out single frequencies, such as the mains'.
///
/// @param frequencies in Hz
/// @param quality the frequency over the notch's width
record NotchFilter(List<Double> frequencies, double quality, Phase phase) implements RecordingStep {
  private static final String NAME = "notch";
  private static final int MOST_NOTCHES = 100;

  private static final Parameter<List<Double>> FREQUENCIES =
      Parameter.required(
          "frequencies-hz",
          ParameterType.list(ParameterType.number(0.001, 1e9), 1, MOST_NOTCHES),
          "what is taken out: [50] or [60], harmonics too if wanted");
  private static final Parameter<Double> QUALITY =
      Parameter.of(
          "quality",
          ParameterType.number(0.1, 10_000),
          Notch.DEFAULT_QUALITY,
          "the frequency over the notch's width");

  static final StepFactory FACTORY =
      new SignalStepFactory(
          NAME,
          "takes out single frequencies with SciPy's iirnotch",
          List.of(FREQUENCIES, QUALITY, BandParameters.PHASE),
          arguments ->
              new NotchFilter(
                  arguments.value(FREQUENCIES),
                  arguments.value(QUALITY),
                  arguments.value(BandParameters.PHASE)));

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Recording apply(Recording recording) {
    Traces traces = recording.traces();
    for (double frequency : frequencies) {
      traces =
          new SectionedFilter(Notch.design(frequency, quality, recording.rate().hertz()), phase)
              .apply(traces);
    }
    return recording.withTraces(traces);
  }
}
