package dev.shardline.recipe.signal;

import dev.shardline.recipe.Arguments;
import dev.shardline.recipe.Parameter;
import dev.shardline.recipe.ParameterType;
import dev.shardline.recipe.StepFactory;
import dev.shardline.recipe.signal.SectionedFilter.Phase;
import dev.shardline.signal.Recording;
import dev.shardline.signal.filter.Band;
import dev.shardline.signal.filter.FirDesign;
import dev.shardline.signal.filter.FirFilter;
import dev.shardline.signal.filter.FirWindow;
import dev.shardline.signal.filter.Transitions;
import java.util.List;
import java.util.stream.Stream;

/// Lets a band through a linear-phase filter, as MNE designs it.
///
/// @param lowTransition width in Hz at the low edge; 0 for MNE's rule
/// @param highTransition width in Hz at the high edge; 0 for MNE's rule
record FirFilterStep(
    Band band, FirWindow window, double lowTransition, double highTransition, Phase phase)
    implements RecordingStep {
  private static final String NAME = "fir-filter";
  private static final double AUTOMATIC = 0;

  private static final Parameter<FirWindow> WINDOW =
      Parameter.of(
          "window", ParameterType.choice(FirWindow.class), FirWindow.HAMMING, "of the design");
  private static final Parameter<Double> LOW_TRANSITION =
      Parameter.of(
          "low-transition-hz",
          ParameterType.number(AUTOMATIC, 1e9),
          AUTOMATIC,
          "width of the low edge's slope; 0 for MNE's rule");
  private static final Parameter<Double> HIGH_TRANSITION =
      Parameter.of(
          "high-transition-hz",
          ParameterType.number(AUTOMATIC, 1e9),
          AUTOMATIC,
          "width of the high edge's slope; 0 for MNE's rule");

  static final StepFactory FACTORY =
      new SignalStepFactory(
          NAME,
          "filters as MNE's filter_data(method=\"fir\", fir_design=\"firwin\") does",
          Stream.concat(
                  BandParameters.EDGES.stream(),
                  List.of(WINDOW, LOW_TRANSITION, HIGH_TRANSITION, BandParameters.PHASE).stream())
              .toList(),
          FirFilterStep::of);

  private static FirFilterStep of(Arguments arguments) {
    return new FirFilterStep(
        BandParameters.band(NAME, arguments),
        arguments.value(WINDOW),
        arguments.value(LOW_TRANSITION),
        arguments.value(HIGH_TRANSITION),
        arguments.value(BandParameters.PHASE));
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Recording apply(Recording recording) {
    double rate = recording.rate().hertz();
    Transitions automatic = Transitions.automatic(band, rate);
    Transitions transitions =
        new Transitions(
            lowTransition == AUTOMATIC ? automatic.low() : lowTransition,
            highTransition == AUTOMATIC ? automatic.high() : highTransition);
    double[] taps = FirDesign.design(band, transitions, window, rate);
    FirFilter filter = new FirFilter(taps, recording.timePoints());
    return recording.withTraces(
        recording
            .traces()
            .mapRows(row -> phase == Phase.ZERO ? filter.zeroPhase(row) : filter.causal(row)));
  }
}
