package dev.shardline.signal.window;

import dev.shardline.signal.fourier.RealFourier;
import java.util.Arrays;

/// The discrete prolate spheroidal (Slepian) sequences: of all sequences of a length, those whose
/// energy is most concentrated within a bandwidth. Each has unit energy; even orders have a
/// positive sum, odd orders begin with a positive lobe. Matches `scipy.signal.windows.dpss` with
/// `Kmax` given. Source: Percival and Walden, Spectral Analysis for Physical Applications (1993).
public final class SlepianSequences {
  private final double[][] sequences;
  private final double bandwidth;

  private SlepianSequences(double[][] sequences, double bandwidth) {
    this.sequences = sequences;
    this.bandwidth = bandwidth;
  }

  /// The first `count` sequences of `points` values.
  ///
  /// @param halfBandwidth the standardised half bandwidth NW, below `points/2`
  /// @throws IllegalArgumentException if there are not so many sequences, or the bandwidth exceeds
  ///   the sampling rate
  public static SlepianSequences of(int points, double halfBandwidth, int count) {
    if (count < 1 || count > points) {
      throw new IllegalArgumentException(
          "There are 1.." + points + " Slepian sequences, not " + count);
    }
    if (!(halfBandwidth > 0 && halfBandwidth < points / 2.0)) {
      throw new IllegalArgumentException(
          "The half bandwidth of %d points lies between 0 and %s, not at %s"
              .formatted(points, points / 2.0, halfBandwidth));
    }
    double bandwidth = halfBandwidth / points;
    SymmetricTridiagonal matrix = matrix(points, StrictMath.cos(2 * Math.PI * bandwidth));
    double[][] sequences = new double[count][];
    for (int order = 0; order < count; order++) {
      sequences[order] = matrix.eigenvector(matrix.eigenvalue(points - 1 - order));
      orient(sequences[order], order);
    }
    return new SlepianSequences(sequences, bandwidth);
  }

  private static SymmetricTridiagonal matrix(int points, double cosine) {
    double[] diagonal = new double[points];
    double[] offDiagonal = new double[points - 1];
    for (int t = 0; t < points; t++) {
      double centred = (points - 1 - 2.0 * t) / 2;
      diagonal[t] = centred * centred * cosine;
      if (t > 0) {
        offDiagonal[t - 1] = t * (double) (points - t) / 2;
      }
    }
    return new SymmetricTridiagonal(diagonal, offDiagonal);
  }

  private static void orient(double[] sequence, int order) {
    double direction = order % 2 == 0 ? sum(sequence) : firstLobe(sequence);
    if (direction < 0) {
      for (int t = 0; t < sequence.length; t++) {
        sequence[t] = -sequence[t];
      }
    }
  }

  private static double sum(double[] sequence) {
    double sum = 0;
    for (double value : sequence) {
      sum += value;
    }
    return sum;
  }

  /// The first value above the numerical noise.
  private static double firstLobe(double[] sequence) {
    double threshold = Math.max(1e-7, 1.0 / sequence.length);
    for (double value : sequence) {
      if (value * value > threshold) {
        return value;
      }
    }
    return 1;
  }

  /// The number of sequences.
  public int count() {
    return sequences.length;
  }

  /// The sequence of an order; the object's own array, not to be written.
  public double[] sequence(int order) {
    return sequences[order];
  }

  /// The share of each sequence's energy inside the bandwidth.
  public double[] concentrations() {
    int points = sequences[0].length;
    RealFourier fourier = RealFourier.ofSize(Integer.highestOneBit(2 * points - 1) << 1);
    double[] concentrations = new double[sequences.length];
    for (int order = 0; order < concentrations.length; order++) {
      double[] correlation = autocorrelation(sequences[order], fourier);
      double sum = 2 * bandwidth * correlation[0];
      for (int lag = 1; lag < points; lag++) {
        sum +=
            correlation[lag] * 2 * StrictMath.sin(2 * Math.PI * bandwidth * lag) / (Math.PI * lag);
      }
      concentrations[order] = sum;
    }
    return concentrations;
  }

  private static double[] autocorrelation(double[] sequence, RealFourier fourier) {
    double[] padded = Arrays.copyOf(sequence, fourier.size());
    double[] real = new double[fourier.bins()];
    double[] imaginary = new double[fourier.bins()];
    fourier.forward(padded, real, imaginary);
    for (int k = 0; k < real.length; k++) {
      real[k] = real[k] * real[k] + imaginary[k] * imaginary[k];
      imaginary[k] = 0;
    }
    fourier.inverse(real, imaginary, padded);
    return padded;
  }
}
