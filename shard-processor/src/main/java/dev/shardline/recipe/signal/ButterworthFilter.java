package dev.shardline.recipe.signal;

import dev.shardline.recipe.Arguments;
import dev.shardline.recipe.Parameter;
import dev.shardline.recipe.ParameterType;
import dev.shardline.recipe.StepFactory;
import dev.shardline.recipe.signal.SectionedFilter.Phase;
import dev.shardline.signal.Recording;
import dev.shardline.signal.filter.Band;
import dev.shardline.signal.filter.Butterworth;
import dev.shardline.signal.filter.SecondOrderSections;
import java.util.List;
import java.util.stream.Stream;

/// Lets a band through a Butterworth filter.
record ButterworthFilter(Band band, int order, Phase phase) implements RecordingStep {
  private static final String NAME = "butterworth";

  private static final Parameter<Integer> ORDER =
      Parameter.of(
          "order",
          ParameterType.integer(1, 50),
          4,
          "of the low-pass it is made of, as SciPy counts");

  static final StepFactory FACTORY =
      new SignalStepFactory(
          NAME,
          "filters with SciPy's butter and sosfiltfilt (zero) or sosfilt (causal)",
          Stream.concat(
                  BandParameters.EDGES.stream(), List.of(ORDER, BandParameters.PHASE).stream())
              .toList(),
          ButterworthFilter::of);

  private static ButterworthFilter of(Arguments arguments) {
    return new ButterworthFilter(
        BandParameters.band(NAME, arguments),
        arguments.value(ORDER),
        arguments.value(BandParameters.PHASE));
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Recording apply(Recording recording) {
    SecondOrderSections sections = Butterworth.design(order, band, recording.rate().hertz());
    return recording.withTraces(new SectionedFilter(sections, phase).apply(recording.traces()));
  }
}
