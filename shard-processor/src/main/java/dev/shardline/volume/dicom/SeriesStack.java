package dev.shardline.volume.dicom;

import dev.shardline.failure.MalformedDataException;
import dev.shardline.failure.Reason;
import dev.shardline.volume.Affine;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// The slices of a series in order: by position along the normal, at each position by time.
///
/// @param positions for each position the slices of all time points, equally many at each
/// @param affine from voxel indices to mm, RAS+
record SeriesStack(List<List<DicomSlice>> positions, Affine affine) {
  /// How much positions may differ from an even stack, in mm.
  private static final double TOLERANCE = 0.05;

  SeriesStack {
    positions = positions.stream().map(List::copyOf).toList();
  }

  /// @throws MalformedDataException for gaps, positions taken twice, slices that are not parallel
  ///   or not stacked straight
  static SeriesStack of(List<DicomSlice> slices) throws MalformedDataException {
    for (DicomSlice slice : slices) {
      if (!slice.place().isParallelTo(slices.getFirst().place())) {
        throw new MalformedDataException(
            Reason.MALFORMED,
            "series",
            "slices of one size, spacing and orientation",
            "a mixture of them");
      }
    }
    List<List<DicomSlice>> positions = byPosition(slices);
    return new SeriesStack(positions, affine(positions));
  }

  private static List<List<DicomSlice>> byPosition(List<DicomSlice> slices)
      throws MalformedDataException {
    List<DicomSlice> sorted = new ArrayList<>(slices);
    sorted.sort(Comparator.comparingDouble(slice -> slice.place().distance()));
    List<List<DicomSlice>> positions = new ArrayList<>();
    for (DicomSlice slice : sorted) {
      boolean next =
          positions.isEmpty()
              || slice.place().distance() - positions.getLast().getFirst().place().distance()
                  > TOLERANCE;
      if (next) {
        positions.add(new ArrayList<>());
      }
      positions.getLast().add(slice);
    }
    for (List<DicomSlice> position : positions) {
      position.sort(Comparator.comparing(DicomSlice::time));
      requireTimePoints(position, positions.getFirst().size());
    }
    return positions;
  }

  private static void requireTimePoints(List<DicomSlice> position, int points)
      throws MalformedDataException {
    double distance = position.getFirst().place().distance();
    if (position.size() != points) {
      throw new MalformedDataException(
          Reason.MALFORMED,
          "slices at one position",
          points + " at every position",
          position.size() + " at " + distance + " mm");
    }
    for (int i = 1; i < position.size(); i++) {
      if (position.get(i).time().equals(position.get(i - 1).time())) {
        throw new MalformedDataException(
            Reason.MALFORMED,
            "slices at one position",
            "instance numbers that tell time points apart",
            "two of one number at " + distance + " mm: a duplicate");
      }
    }
  }

  private static Affine affine(List<List<DicomSlice>> stack) throws MalformedDataException {
    SlicePlace first = stack.getFirst().getFirst().place();
    double[] step = sliceStep(stack);
    double[] o = first.orientation();
    double[] rows = new double[12];
    for (int i = 0; i < 3; i++) {
      // DICOM's x runs to the left and y to the back; ours to the right and the front.
      double sign = i < 2 ? -1 : 1;
      rows[i * 4] = sign * o[i] * first.spacing()[1];
      rows[i * 4 + 1] = sign * o[i + 3] * first.spacing()[0];
      rows[i * 4 + 2] = sign * step[i];
      rows[i * 4 + 3] = sign * first.position()[i];
    }
    boolean finite = Arrays.stream(rows).allMatch(Double::isFinite);
    if (!finite || Affine.of(rows).isSingular()) {
      throw new MalformedDataException(
          Reason.MALFORMED,
          "ImageOrientationPatient",
          "two independent directions and finite distances",
          Arrays.toString(rows));
    }
    return Affine.of(rows);
  }

  /// From one slice to the next, in mm; every slice must lie where it says.
  private static double[] sliceStep(List<List<DicomSlice>> stack) throws MalformedDataException {
    SlicePlace first = stack.getFirst().getFirst().place();
    double[] normal = first.normal();
    double[] step = new double[3];
    if (stack.size() == 1) {
      for (int i = 0; i < 3; i++) {
        step[i] = normal[i] * first.thickness();
      }
      return step;
    }
    double[] last = stack.getLast().getFirst().place().position();
    for (int i = 0; i < 3; i++) {
      step[i] = (last[i] - first.position()[i]) / (stack.size() - 1);
    }
    double along = step[0] * normal[0] + step[1] * normal[1] + step[2] * normal[2];
    double length = Math.sqrt(step[0] * step[0] + step[1] * step[1] + step[2] * step[2]);
    if (length - Math.abs(along) > 1e-3 * length) {
      throw new MalformedDataException(
          Reason.UNSUPPORTED, "ImagePositionPatient", "slices stacked straight", "a tilted gantry");
    }
    requireEven(stack, along);
    return step;
  }

  private static void requireEven(List<List<DicomSlice>> stack, double along)
      throws MalformedDataException {
    double start = stack.getFirst().getFirst().place().distance();
    for (int k = 0; k < stack.size(); k++) {
      for (DicomSlice slice : stack.get(k)) {
        double expected = start + k * along;
        double found = slice.place().distance();
        if (Math.abs(found - expected) > TOLERANCE * Math.max(1, Math.abs(along))) {
          throw new MalformedDataException(
              Reason.MALFORMED,
              "ImagePositionPatient",
              "slice " + k + " at " + expected + " mm: an even stack",
              found + " mm: a gap");
        }
      }
    }
  }

  int timePoints() {
    return positions.getFirst().size();
  }

  DicomSlice first() {
    return positions.getFirst().getFirst();
  }
}
