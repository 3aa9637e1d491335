package dev.shardline.signal.clean;

import dev.shardline.failure.MalformedDataException;
import dev.shardline.failure.Reason;
import dev.shardline.signal.Recording;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// What bad signal channels become.
public enum ChannelRepair {
  /// Zero.
  ZERO {
    @Override
    double[] weights(Recording recording, int bad, int[] good) {
      return new double[recording.channels().size()];
    }
  },
  /// What spherical splines over the good electrodes give. Electrodes are found by their 10-10
  /// labels; channels that are none take no part and cannot be repaired.
  INTERPOLATE {
    @Override
    double[] weights(Recording recording, int bad, int[] good) throws MalformedDataException {
      String label = recording.channels().get(bad).label();
      double[] wanted =
          ElectrodePositions.of(label)
              .orElseThrow(() -> refused("'" + label + "', whose place is not known"));
      List<double[]> places = new ArrayList<>();
      List<Integer> rows = new ArrayList<>();
      for (int channel : good) {
        Optional<double[]> place = ElectrodePositions.of(recording.channels().get(channel).label());
        if (place.isPresent()) {
          places.add(place.get());
          rows.add(channel);
        }
      }
      if (places.size() < LEAST_ELECTRODES) {
        throw refused(places.size() + " good electrodes of known places");
      }
      double[] ofPlaces = SphericalSpline.weights(places, wanted);
      double[] weights = new double[recording.channels().size()];
      for (int i = 0; i < ofPlaces.length; i++) {
        weights[rows.get(i)] = ofPlaces[i];
      }
      return weights;
    }
  };

  private static final int LEAST_ELECTRODES = 3;

  /// What share of every row the bad row becomes; 0 for rows that take no part.
  ///
  /// @param good rows
  abstract double[] weights(Recording recording, int bad, int[] good) throws MalformedDataException;

  /// The recording with bad rows replaced; good rows keep their values.
  ///
  /// @param bad rows, ascending
  /// @throws MalformedDataException if there is too little to interpolate from
  public Recording apply(Recording recording, int[] bad) throws MalformedDataException {
    if (bad.length == 0) {
      return recording;
    }
    int[] good =
        IntStream.range(0, recording.channels().size())
            .filter(row -> IntStream.of(bad).noneMatch(one -> one == row))
            .toArray();
    List<double[]> weights = new ArrayList<>();
    for (int row : bad) {
      weights.add(weights(recording, row, good));
    }
    return recording.withTraces(
        recording
            .traces()
            .mapColumns(rows -> {
              double[][] repaired = rows.clone();
              for (int i = 0; i < bad.length; i++) {
                repaired[bad[i]] = weighted(rows, weights.get(i));
              }
              return repaired;
            }));
  }

  private static double[] weighted(double[][] rows, double[] weights) {
    double[] sum = new double[rows[0].length];
    for (int i = 0; i < weights.length; i++) {
      double[] row = rows[i];
      for (int t = 0; weights[i] != 0 && t < sum.length; t++) {
        sum[t] += weights[i] * row[t];
      }
    }
    return sum;
  }

  private static MalformedDataException refused(String found) {
    return new MalformedDataException(
        Reason.WRONG_KIND,
        "bad signal channels",
        "10-10 electrodes and at least three good ones to interpolate from; see rename-channels",
        found);
  }
}
