package dev.shardline.recipe.signal;

import dev.shardline.failure.UsageException;
import dev.shardline.recipe.Arguments;
import dev.shardline.recipe.Item;
import dev.shardline.recipe.Parameter;
import dev.shardline.recipe.ParameterType;
import dev.shardline.recipe.StepFactory;
import dev.shardline.signal.feature.FrequencyBand;
import dev.shardline.signal.feature.SpectralEdge;
import dev.shardline.signal.spectrum.Spectrum;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/// The frequencies below which shares of the power lie: one column for each share.
///
/// @param range the frequencies that count
record SpectralEdgeStep(List<Double> shares, FrequencyBand range) implements SpectrumFeatureStep {
  private static final String NAME = "spectral-edge";

  private static final Parameter<List<Double>> SHARES =
      Parameter.of(
          "shares",
          ParameterType.list(ParameterType.number(1e-9, 1), 1, 100),
          List.of(0.5, 0.95),
          "shares of the power; 0.5 is the median frequency");
  private static final Parameter<Double> LOW =
      Parameter.of("from-hz", ParameterType.number(0, 1e9), 0.5, "the first frequency that counts");
  private static final Parameter<Double> HIGH =
      Parameter.of("to-hz", ParameterType.number(0, 1e9), 40.0, "the last frequency that counts");

  static final StepFactory FACTORY =
      new SignalStepFactory(
          NAME,
          "finds the frequencies below which shares of the power lie",
          List.of(SHARES, LOW, HIGH),
          SpectralEdgeStep::of);

  private static SpectralEdgeStep of(Arguments arguments) {
    try {
      FrequencyBand range = new FrequencyBand("range", arguments.value(LOW), arguments.value(HIGH));
      return new SpectralEdgeStep(arguments.value(SHARES), range);
    } catch (IllegalArgumentException unusable) {
      throw new UsageException("`spectral-edge`: " + unusable.getMessage(), unusable);
    }
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Item describe(Item item, Spectrum given) {
    Spectrum spectrum = given.oneSided();
    double[] frequencies = spectrum.frequencies();
    double[][] edges =
        IntStream.range(0, spectrum.channels().size())
            .mapToObj(channel -> edges(frequencies, spectrum.power().doubles(channel)))
            .toArray(double[][]::new);
    return FeatureTable.item(
        item,
        spectrum.channels(),
        spectrum.power(),
        edges,
        shares.stream().map(share -> "edge-" + share).toList(),
        Collections.nCopies(shares.size(), "Hz"));
  }

  private double[] edges(double[] frequencies, double[] power) {
    return shares.stream()
        .mapToDouble(share -> SpectralEdge.of(frequencies, power, range, share))
        .toArray();
  }
}
