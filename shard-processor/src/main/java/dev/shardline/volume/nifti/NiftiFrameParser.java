package dev.shardline.volume.nifti;

import dev.shardline.failure.MalformedDataException;
import dev.shardline.volume.Affine;
import dev.shardline.volume.GeometrySource;
import dev.shardline.volume.VolumeShape;
import java.util.stream.DoubleStream;

/// Reads the sform, else the qform, else shape and voxel size (nibabel, `get_best_affine`), and the
/// time step, by the rules of nibabel's `Nifti1Header`, with one difference: an affine that nibabel
/// would hand on though it is singular or not finite (an all-zero sform with code 1, say) is
/// refused. What is not needed may be damaged.
final class NiftiFrameParser {
  /// Codes 0 to 5 are defined; nibabel takes others for 0.
  private static final int LAST_CODE = 5;

  private static final int TIME_UNIT_MASK = 0x38;
  private static final int SECONDS = 8;
  private static final int MILLISECONDS = 16;
  private static final int MICROSECONDS = 24;

  private final NiftiHeaderBytes header;
  private final VolumeShape shape;

  NiftiFrameParser(NiftiHeaderBytes header, VolumeShape shape) {
    this.header = header;
    this.shape = shape;
  }

  NiftiFrame parse() throws MalformedDataException {
    if (isCoded(NiftiField.SFORM_CODE)) {
      return new NiftiFrame(sform(), GeometrySource.SFORM, timeStep());
    }
    return isCoded(NiftiField.QFORM_CODE)
        ? new NiftiFrame(qform(), GeometrySource.QFORM, timeStep())
        : new NiftiFrame(assumed(), GeometrySource.ASSUMED, timeStep());
  }

  private boolean isCoded(NiftiField field) {
    long code = header.integer(field, 0);
    return code > 0 && code <= LAST_CODE;
  }

  private Affine sform() throws MalformedDataException {
    double[] rows = new double[12];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = header.real(NiftiField.SROW, i);
      if (!Double.isFinite(rows[i])) {
        throw header.malformed(NiftiField.SROW, i, "a finite number", rows[i]);
      }
    }
    Affine affine = Affine.of(rows);
    if (affine.isSingular()) {
      throw header.malformed(
          NiftiField.SROW, -1, "three independent axes, as sform_code promises", affine);
    }
    return affine;
  }

  private Affine qform() throws MalformedDataException {
    Quaternion rotation =
        Quaternion.ofVectorPart(
            header.real(NiftiField.QUATERN, 0),
            header.real(NiftiField.QUATERN, 1),
            header.real(NiftiField.QUATERN, 2));
    double[] offsets = {
      header.real(NiftiField.QOFFSET, 0),
      header.real(NiftiField.QOFFSET, 1),
      header.real(NiftiField.QOFFSET, 2)
    };
    boolean valid = rotation.isUnit() && DoubleStream.of(offsets).allMatch(Double::isFinite);
    if (!valid) {
      throw header.malformed(
          NiftiField.QUATERN, -1, "a unit quaternion and finite offsets", rotation);
    }
    return compose(rotation, offsets);
  }

  private Affine compose(Quaternion rotation, double[] offsets) throws MalformedDataException {
    double handedness = header.real(NiftiField.PIXDIM, 0) == -1 ? -1 : 1;
    double[] zooms = {voxelSize(1), voxelSize(2), voxelSize(3) * handedness};
    double[] matrix = rotation.toMatrix();
    double[] rows = new double[12];
    for (int row = 0; row < 3; row++) {
      for (int column = 0; column < 3; column++) {
        rows[row * 4 + column] = matrix[row * 3 + column] * zooms[column];
      }
      rows[row * 4 + 3] = offsets[row];
    }
    return Affine.of(rows);
  }

  /// x running to the left, the middle of the volume at the origin (nibabel, `shape_zoom_affine`).
  private Affine assumed() throws MalformedDataException {
    double x = -voxelSize(1);
    double y = voxelSize(2);
    double z = voxelSize(3);
    double[] middle = {(shape.x() - 1) / 2.0, (shape.y() - 1) / 2.0, (shape.z() - 1) / 2.0};
    return Affine.of(x, 0, 0, -middle[0] * x, 0, y, 0, -middle[1] * y, 0, 0, z, -middle[2] * z);
  }

  /// `pixdim`, with nibabel's repairs: 0 means 1, and the sign is dropped.
  private double voxelSize(int axis) throws MalformedDataException {
    double size = Math.abs(header.real(NiftiField.PIXDIM, axis));
    if (!Double.isFinite(size)) {
      throw header.malformed(NiftiField.PIXDIM, axis, "a finite voxel size", size);
    }
    return size == 0 ? 1 : size;
  }

  private double timeStep() {
    double step = header.real(NiftiField.PIXDIM, 4);
    if (!(step > 0) || Double.isInfinite(step) || !shape.isTimeSeries()) {
      return 0;
    }
    int unit = (int) header.integer(NiftiField.XYZT_UNITS, 0) & TIME_UNIT_MASK;
    return switch (unit) {
      case 0, SECONDS -> step;
      case MILLISECONDS -> step / 1e3;
      case MICROSECONDS -> step / 1e6;
      default -> 0;
    };
  }
}
