package dev.shardline.volume.dicom;

import dev.shardline.failure.MalformedDataException;
import dev.shardline.failure.Reason;
import dev.shardline.volume.Affine;
import dev.shardline.volume.DecodePolicy;
import dev.shardline.volume.FloatVoxels;
import dev.shardline.volume.Volume;
import dev.shardline.volume.VolumeShape;
import dev.shardline.volume.VoxelType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Makes a volume of the single-frame files of one series: x along a row, y down a column, z along
/// the slice normal, with the affine in RAS+. Slices are sorted by their position along the normal,
/// never by instance number; files at the same positions are time points, sorted by instance
/// number. Gaps, missing time points, gantry tilt and mixed series are refused.
public final class DicomSeriesReader {
  /// How much positions may differ from an even stack, in mm.
  private static final double TOLERANCE = 0.05;

  private final DecodePolicy policy;

  public DicomSeriesReader(DecodePolicy policy) {
    this.policy = policy;
  }

  /// Whether a file begins as a DICOM file does, with or without preamble.
  public static boolean isDicom(byte[] file) {
    boolean bare =
        file.length > 8 && (file[0] == 8 || file[0] == 2) && file[1] == 0 && file[3] == 0;
    return DicomParser.hasPreamble(file) || bare;
  }

  /// The volume of a series' files, given in any order.
  ///
  /// @param files at least one
  public Volume read(List<byte[]> files) throws MalformedDataException {
    List<DicomSlice> slices = new ArrayList<>();
    for (byte[] file : files) {
      slices.add(DicomSlice.of(DicomParser.parse(file)));
    }
    requireOneSeries(slices);
    slices.sort(
        Comparator.comparingDouble(DicomSlice::distance)
            .thenComparingDouble(DicomSlice::instanceNumber));
    List<List<DicomSlice>> stack = byPosition(slices);
    Affine affine = affine(stack);
    return voxels(stack, affine);
  }

  private static void requireOneSeries(List<DicomSlice> slices) throws MalformedDataException {
    DicomSlice first = slices.getFirst();
    for (DicomSlice slice : slices) {
      boolean same =
          slice.rows() == first.rows()
              && slice.columns() == first.columns()
              && close(slice.orientation(), first.orientation(), 1e-4)
              && close(slice.spacing(), first.spacing(), 1e-4)
              && uid(slice).equals(uid(first));
      if (!same) {
        throw new MalformedDataException(
            Reason.MALFORMED,
            "series",
            "files of one SeriesInstanceUID, size, spacing and orientation",
            "a mixture");
      }
    }
  }

  private static String uid(DicomSlice slice) {
    return slice.data().text(DicomTag.SERIES_INSTANCE_UID).orElse("");
  }

  private static boolean close(double[] one, double[] other, double tolerance) {
    for (int i = 0; i < one.length; i++) {
      if (Math.abs(one[i] - other[i]) > tolerance) {
        return false;
      }
    }
    return true;
  }

  /// Slices of the same position together, in order of instance number.
  private static List<List<DicomSlice>> byPosition(List<DicomSlice> sorted)
      throws MalformedDataException {
    List<List<DicomSlice>> stack = new ArrayList<>();
    for (DicomSlice slice : sorted) {
      boolean next =
          stack.isEmpty() || slice.distance() - stack.getLast().getFirst().distance() > TOLERANCE;
      if (next) {
        stack.add(new ArrayList<>());
      }
      stack.getLast().add(slice);
    }
    int points = stack.getFirst().size();
    for (List<DicomSlice> position : stack) {
      position.sort(Comparator.comparingDouble(DicomSlice::instanceNumber));
      if (position.size() != points) {
        throw new MalformedDataException(
            Reason.MALFORMED,
            "slices at one position",
            points + " at every position",
            position.size() + " at " + position.getFirst().distance() + " mm");
      }
    }
    return stack;
  }

  private static Affine affine(List<List<DicomSlice>> stack) throws MalformedDataException {
    DicomSlice first = stack.getFirst().getFirst();
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
    Affine affine = Affine.of(rows);
    if (affine.isSingular()) {
      throw first
          .data()
          .malformed(DicomTag.IMAGE_ORIENTATION, "two independent directions", affine + "");
    }
    return affine;
  }

  /// From one slice to the next, in mm; every slice must lie where it says.
  private static double[] sliceStep(List<List<DicomSlice>> stack) throws MalformedDataException {
    DicomSlice first = stack.getFirst().getFirst();
    if (stack.size() == 1) {
      return first.normal();
    }
    double[] last = stack.getLast().getFirst().position();
    double[] step = new double[3];
    for (int i = 0; i < 3; i++) {
      step[i] = (last[i] - first.position()[i]) / (stack.size() - 1);
    }
    double[] normal = first.normal();
    double along = step[0] * normal[0] + step[1] * normal[1] + step[2] * normal[2];
    double length = Math.sqrt(step[0] * step[0] + step[1] * step[1] + step[2] * step[2]);
    if (length - Math.abs(along) > 1e-3 * length) {
      throw new MalformedDataException(
          Reason.UNSUPPORTED, "ImagePositionPatient", "slices stacked straight", "a tilted gantry");
    }
    for (int k = 0; k < stack.size(); k++) {
      for (DicomSlice slice : stack.get(k)) {
        double expected = first.distance() + k * along;
        if (Math.abs(slice.distance() - expected) > TOLERANCE * Math.max(1, Math.abs(along))) {
          throw new MalformedDataException(
              Reason.MALFORMED,
              "ImagePositionPatient",
              "slice " + k + " at " + expected + " mm: an even stack",
              slice.distance() + " mm: a gap");
        }
      }
    }
    return step;
  }

  private Volume voxels(List<List<DicomSlice>> stack, Affine affine) throws MalformedDataException {
    DicomSlice first = stack.getFirst().getFirst();
    int points = stack.getFirst().size();
    VolumeShape shape = new VolumeShape(first.columns(), first.rows(), stack.size(), points);
    if (shape.voxels() > Math.min(policy.largestBytes() / Float.BYTES, Integer.MAX_VALUE - 8)) {
      throw new MalformedDataException(
          Reason.TOO_LARGE,
          "series",
          "at most " + policy.largestBytes() + " bytes as float32",
          shape + "");
    }
    float[] values = new float[(int) shape.voxels()];
    int area = first.rows() * first.columns();
    for (int t = 0; t < points; t++) {
      for (int z = 0; z < stack.size(); z++) {
        stack.get(z).get(t).readInto(values, (t * stack.size() + z) * area);
      }
    }
    double repetition = first.data().decimalOr(DicomTag.REPETITION_TIME, 0) / 1000;
    return Volume.of(new FloatVoxels(values), shape, affine, type(first))
        .withTimeStep(points > 1 && repetition > 0 ? repetition : 0);
  }

  /// The stored type where values are not rescaled.
  private static VoxelType type(DicomSlice slice) throws MalformedDataException {
    boolean rescaled =
        slice.data().decimalOr(DicomTag.RESCALE_SLOPE, 1) != 1
            || slice.data().decimalOr(DicomTag.RESCALE_INTERCEPT, 0) != 0;
    if (rescaled) {
      return VoxelType.FLOAT64;
    }
    boolean signed = slice.data().integer(DicomTag.PIXEL_REPRESENTATION) == 1;
    return signed || slice.data().integer(DicomTag.BITS_STORED) < 16
        ? VoxelType.INT16
        : VoxelType.UINT16;
  }
}
