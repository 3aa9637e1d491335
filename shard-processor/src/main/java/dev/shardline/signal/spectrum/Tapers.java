package dev.shardline.signal.spectrum;

import dev.shardline.signal.window.SlepianSequences;
import java.util.Arrays;
import java.util.stream.IntStream;

/// The tapers of a multitaper estimate and the share of each one's energy inside the bandwidth.
final class Tapers {
  private static final double DEFAULT_HALF_BANDWIDTH = 4;
  private static final double LOW_BIAS = 0.9;

  private final double[][] tapers;
  private final double[] concentrations;

  private Tapers(double[][] tapers, double[] concentrations) {
    this.tapers = tapers;
    this.concentrations = concentrations;
  }

  /// The periodic tapers for `timePoints` at `samplingRate`, as MNE chooses them.
  ///
  /// @throws IllegalArgumentException if the bandwidth is too narrow or too wide for the signal
  static Tapers of(MultitaperSettings settings, double samplingRate, int timePoints) {
    double half =
        settings.bandwidth().isPresent()
            ? settings.bandwidth().getAsDouble() * timePoints / (2 * samplingRate)
            : DEFAULT_HALF_BANDWIDTH;
    if (half < 0.5) {
      throw new IllegalArgumentException(
          "A bandwidth of %s Hz is too narrow for %d time points: at least %s Hz"
              .formatted(settings.bandwidthHz(), timePoints, samplingRate / timePoints));
    }
    SlepianSequences sequences = SlepianSequences.of(timePoints + 1, half, (int) (2 * half));
    double[] concentrations = sequences.concentrations();
    int[] kept = kept(concentrations, settings.lowBias());
    return new Tapers(
        IntStream.of(kept)
            .mapToObj(order -> Arrays.copyOf(sequences.sequence(order), timePoints))
            .toArray(double[][]::new),
        IntStream.of(kept).mapToDouble(order -> concentrations[order]).toArray());
  }

  private static int[] kept(double[] concentrations, boolean lowBias) {
    int[] kept =
        IntStream.range(0, concentrations.length)
            .filter(order -> !lowBias || concentrations[order] > LOW_BIAS)
            .toArray();
    return kept.length > 0 ? kept : new int[] {0};
  }

  int count() {
    return tapers.length;
  }

  /// The values of a taper; not to be written.
  double[] values(int taper) {
    return tapers[taper];
  }

  /// The tapers' energy inside the bandwidth; not to be written.
  double[] concentrations() {
    return concentrations;
  }
}
