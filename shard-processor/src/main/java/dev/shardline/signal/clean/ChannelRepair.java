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
    double[] row(Recording recording, int bad, List<Integer> good) {
      return new double[recording.timePoints()];
    }
  },
  /// What spherical splines over the good electrodes give. Electrodes are found by their 10-10
  /// labels; channels that are none take no part and cannot be repaired.
  INTERPOLATE {
    @Override
    double[] row(Recording recording, int bad, List<Integer> good) throws MalformedDataException {
      String label = recording.channels().get(bad).label();
      double[] wanted =
          ElectrodePositions.of(label)
              .orElseThrow(() -> refused("'" + label + "', whose place is not known"));
      List<double[]> places = new ArrayList<>();
      List<double[]> rows = new ArrayList<>();
      for (int channel : good) {
        Optional<double[]> place = ElectrodePositions.of(recording.channels().get(channel).label());
        if (place.isPresent()) {
          places.add(place.get());
          rows.add(recording.traces().doubles(channel));
        }
      }
      if (places.size() < LEAST_ELECTRODES) {
        throw refused(places.size() + " good electrodes of known places");
      }
      return weighted(rows, SphericalSpline.weights(places, wanted), recording.timePoints());
    }
  };

  private static final int LEAST_ELECTRODES = 3;

  /// The bad row's new values.
  ///
  /// @param good rows
  abstract double[] row(Recording recording, int bad, List<Integer> good)
      throws MalformedDataException;

  /// The recording with bad rows replaced; good rows keep their values.
  ///
  /// @param bad rows, ascending
  /// @throws MalformedDataException if there is too little to interpolate from
  public Recording apply(Recording recording, int[] bad) throws MalformedDataException {
    if (bad.length == 0) {
      return recording;
    }
    List<Integer> good =
        IntStream.range(0, recording.channels().size())
            .filter(row -> IntStream.of(bad).noneMatch(one -> one == row))
            .boxed()
            .toList();
    double[][] rows =
        IntStream.range(0, recording.channels().size())
            .mapToObj(recording.traces()::doubles)
            .toArray(double[][]::new);
    for (int row : bad) {
      rows[row] = row(recording, row, good);
    }
    return recording.withTraces(recording.traces().withRows(rows));
  }

  private static double[] weighted(List<double[]> rows, double[] weights, int timePoints) {
    double[] sum = new double[timePoints];
    for (int i = 0; i < weights.length; i++) {
      double[] row = rows.get(i);
      for (int t = 0; t < timePoints; t++) {
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
