package dev.shardline.recipe.signal;

import dev.shardline.failure.UsageException;
import dev.shardline.recipe.Arguments;
import dev.shardline.recipe.Item;
import dev.shardline.recipe.Parameter;
import dev.shardline.recipe.ParameterType;
import dev.shardline.recipe.StepFactory;
import dev.shardline.signal.feature.BandPower;
import dev.shardline.signal.feature.FrequencyBand;
import dev.shardline.signal.spectrum.Spectrum;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.IntStream;

/// The power in frequency bands: columns are bands, by their low edge, then high edge.
///
/// @param measure absolute, relative or both
/// @param total what relative powers are shares of
record BandPowerStep(List<FrequencyBand> bands, FrequencyBand total, Measure measure)
    implements SpectrumFeatureStep {
  /// Which powers are given.
  enum Measure {
    /// In the spectrum's unit times Hz.
    ABSOLUTE,
    /// As shares of the total.
    RELATIVE,
    /// All absolute ones, then all relative ones.
    BOTH
  }

  private static final String NAME = "band-power";
  private static final ParameterType<List<Double>> EDGES =
      ParameterType.list(ParameterType.number(0, 1e9), 2, 2);

  private static final Parameter<SortedMap<String, List<Double>>> BANDS =
      Parameter.of(
          "bands",
          ParameterType.map(EDGES),
          Collections.emptySortedMap(),
          "names and edges in Hz: {alpha: [8, 12]}; empty for EEG's delta, theta, alpha, sigma,"
              + " beta, gamma");
  private static final Parameter<List<Double>> TOTAL =
      Parameter.of(
          "total",
          ParameterType.list(ParameterType.number(0, 1e9), 0, 2),
          List.of(),
          "edges in Hz of what relative powers are shares of; empty for all bands together");
  private static final Parameter<Measure> MEASURE =
      Parameter.of(
          "measure", ParameterType.choice(Measure.class), Measure.ABSOLUTE, "which powers to give");

  static final StepFactory FACTORY =
      new SignalStepFactory(
          NAME,
          "integrates spectra over frequency bands by Simpson's rule, as YASA does",
          List.of(BANDS, TOTAL, MEASURE),
          BandPowerStep::of);

  private static BandPowerStep of(Arguments arguments) {
    try {
      List<FrequencyBand> bands = bands(arguments.value(BANDS));
      return new BandPowerStep(
          bands, total(arguments.value(TOTAL), bands), arguments.value(MEASURE));
    } catch (IllegalArgumentException unusable) {
      throw new UsageException("`band-power`: " + unusable.getMessage(), unusable);
    }
  }

  private static List<FrequencyBand> bands(SortedMap<String, List<Double>> given) {
    if (given.isEmpty()) {
      return FrequencyBand.ofEeg();
    }
    return given.entrySet().stream()
        .map(band ->
            new FrequencyBand(band.getKey(), band.getValue().getFirst(), band.getValue().getLast()))
        .sorted(
            Comparator.comparingDouble(FrequencyBand::low)
                .thenComparingDouble(FrequencyBand::high)
                .thenComparing(FrequencyBand::name))
        .toList();
  }

  private static FrequencyBand total(List<Double> given, List<FrequencyBand> bands) {
    if (given.size() == 1) {
      throw new UsageException("`band-power` needs two edges in `total`, found one");
    }
    return given.isEmpty()
        ? FrequencyBand.covering(bands)
        : new FrequencyBand("total", given.getFirst(), given.getLast());
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Item describe(Item item, Spectrum given) {
    Spectrum spectrum = given.oneSided();
    double[] frequencies = spectrum.frequencies();
    BandPower power = new BandPower(bands, total);
    double[][] values =
        IntStream.range(0, spectrum.channels().size())
            .mapToObj(channel -> values(power, frequencies, spectrum.power().doubles(channel)))
            .toArray(double[][]::new);
    return FeatureTable.item(
        item, spectrum.channels(), spectrum.power(), values, features(), units(spectrum));
  }

  private double[] values(BandPower power, double[] frequencies, double[] density) {
    return switch (measure) {
      case ABSOLUTE -> power.absolute(frequencies, density);
      case RELATIVE -> power.relative(frequencies, density);
      case BOTH ->
          IntStream.range(0, 2 * bands.size())
              .mapToDouble(i ->
                  i < bands.size()
                      ? power.absolute(frequencies, density)[i]
                      : power.relative(frequencies, density)[i - bands.size()])
              .toArray();
    };
  }

  private List<String> features() {
    List<String> names = new ArrayList<>();
    if (measure != Measure.RELATIVE) {
      bands.forEach(band -> names.add(band.name()));
    }
    if (measure != Measure.ABSOLUTE) {
      bands.forEach(band -> names.add(band.name() + "-relative"));
    }
    return names;
  }

  /// Of the first signal channel: `convert-units` makes sure that all have one.
  private List<String> units(Spectrum spectrum) {
    String density = spectrum.unit().of(spectrum.channels().getFirst());
    String absolute =
        density.endsWith("/Hz") ? density.substring(0, density.length() - 3) : density + " Hz";
    List<String> units = new ArrayList<>();
    if (measure != Measure.RELATIVE) {
      units.addAll(Collections.nCopies(bands.size(), absolute));
    }
    if (measure != Measure.ABSOLUTE) {
      units.addAll(Collections.nCopies(bands.size(), "1"));
    }
    return units;
  }
}
