package dev.shardline.signal.clean;

import java.util.Arrays;

/// Finds epochs whose spatial covariance lies far from the others': the Riemannian potato of
/// Barachant et al. (2013) in the log-Euclidean metric, as `pyriemann.clustering.Potato(metric=
/// "logeuclid")`. The mean covariance and the spread of distances are fitted on the accepted epochs
/// and the epochs judged again until nothing changes.
///
/// @param threshold a z-score of the log distance from which on an epoch is an artefact; 3 by
///   custom
/// @param shrinkage the share of the mean variance mixed into each covariance, so that a referenced
///   or flat channel leaves it invertible; between 0 and 1
public record CovarianceDistance(double threshold, double shrinkage) {
  private static final int MOST_ITERATIONS = 100;

  public CovarianceDistance {
    if (!(threshold > 0 && shrinkage >= 0 && shrinkage < 1)) {
      throw new IllegalArgumentException(
          "A covariance distance needs a positive threshold and a shrinkage in 0..1, has %s and %s"
              .formatted(threshold, shrinkage));
    }
  }

  /// Whether each epoch is accepted.
  ///
  /// @param rows the recording, `[signal channel][time point]`
  /// @param starts of the epochs
  /// @param length of each epoch, time points
  public boolean[] accepted(double[][] rows, int[] starts, int length) {
    SymmetricMatrix[] logarithms =
        Arrays.stream(starts)
            .mapToObj(start -> covariance(rows, start, length).map(StrictMath::log))
            .toArray(SymmetricMatrix[]::new);
    boolean[] accepted = new boolean[starts.length];
    Arrays.fill(accepted, true);
    for (int i = 0; i < MOST_ITERATIONS && judge(logarithms, accepted); i++) {}
    return accepted;
  }

  /// The covariance (ddof 1, means removed), shrunk towards a multiple of the identity.
  private SymmetricMatrix covariance(double[][] rows, int start, int length) {
    int order = rows.length;
    double[][] centred = new double[order][];
    for (int i = 0; i < order; i++) {
      centred[i] = Arrays.copyOfRange(rows[i], start, start + length);
      double mean = Arrays.stream(centred[i]).sum() / length;
      for (int t = 0; t < length; t++) {
        centred[i][t] -= mean;
      }
    }
    double[] values = new double[order * order];
    for (int i = 0; i < order; i++) {
      for (int j = i; j < order; j++) {
        values[i * order + j] = product(centred[i], centred[j]) / (length - 1);
        values[j * order + i] = values[i * order + j];
      }
    }
    double variance = new SymmetricMatrix(order, values).trace() / order;
    for (int i = 0; i < values.length; i++) {
      values[i] = (1 - shrinkage) * values[i] + (i % (order + 1) == 0 ? shrinkage * variance : 0);
    }
    return new SymmetricMatrix(order, values);
  }

  private static double product(double[] a, double[] b) {
    double sum = 0;
    for (int t = 0; t < a.length; t++) {
      sum += a[t] * b[t];
    }
    return sum;
  }

  /// Judges the accepted epochs anew against their own mean; says whether one was rejected.
  private boolean judge(SymmetricMatrix[] logarithms, boolean[] accepted) {
    SymmetricMatrix mean = SymmetricMatrix.mean(logarithms, accepted);
    double[] distances = new double[accepted.length];
    double sum = 0;
    double squares = 0;
    int count = 0;
    for (int e = 0; e < accepted.length; e++) {
      if (accepted[e]) {
        distances[e] = StrictMath.log(Math.max(logarithms[e].distance(mean), Double.MIN_NORMAL));
        sum += distances[e];
        count++;
      }
    }
    for (int e = 0; e < accepted.length; e++) {
      double centred = distances[e] - sum / count;
      squares += accepted[e] ? centred * centred : 0;
    }
    double limit = sum / count + threshold * Math.sqrt(squares / count);
    boolean rejected = false;
    for (int e = 0; e < accepted.length; e++) {
      if (accepted[e] && distances[e] >= limit && squares > 0) {
        accepted[e] = false;
        rejected = true;
      }
    }
    return rejected;
  }
}
