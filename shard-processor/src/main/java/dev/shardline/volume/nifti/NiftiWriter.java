package dev.shardline.volume.nifti;

import dev.shardline.volume.Affine;
import dev.shardline.volume.Axis;
import dev.shardline.volume.Volume;
import dev.shardline.volume.VolumeShape;
import dev.shardline.volume.VoxelType;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.GZIPOutputStream;

/// Writes volumes as single-file NIfTI: little-endian, x fastest, unscaled, the affine as sform
/// with code 2 as nibabel does. NIfTI-1, or NIfTI-2 where an extent needs it. Integer volumes keep
/// their type; all else is float32. The same volume gives the same bytes.
public final class NiftiWriter {
  private static final int MILLIMETRES_AND_SECONDS = 2 | 8;
  private static final int ALIGNED = 2;

  private NiftiWriter() {}

  /// Writes a `.nii` file; does not close the stream.
  public static void write(Volume volume, OutputStream out) throws IOException {
    VoxelType type = fileType(volume.type());
    out.write(header(volume, type));
    writeVoxels(volume, type, out);
  }

  /// Writes a `.nii.gz` file, without name or time in its header; does not close the stream.
  public static void writeCompressed(Volume volume, OutputStream out) throws IOException {
    GZIPOutputStream compressed = new GZIPOutputStream(out, 1 << 16);
    write(volume, compressed);
    compressed.finish();
  }

  /// 64-bit integers are computed as float32 like everything else, so they are written as such.
  private static VoxelType fileType(VoxelType type) {
    return switch (type) {
      case INT8, UINT8, INT16, UINT16, INT32, UINT32 -> type;
      case INT64, UINT64, FLOAT32, FLOAT64 -> VoxelType.FLOAT32;
    };
  }

  private static byte[] header(Volume volume, VoxelType type) {
    VolumeShape shape = volume.shape();
    int largest = Math.max(Math.max(shape.x(), shape.y()), Math.max(shape.z(), shape.timePoints()));
    NiftiVersion version = largest > Short.MAX_VALUE ? NiftiVersion.NIFTI_2 : NiftiVersion.NIFTI_1;
    byte[] bytes = new byte[version.earliestData()];
    ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    NiftiHeaderBytes header = new NiftiHeaderBytes(version, buffer);
    NiftiDataType dataType = NiftiDataType.of(type);
    header.put(NiftiField.SIZEOF_HDR, 0, version.headerBytes());
    putMagic(header);
    putExtents(header, shape);
    header.put(NiftiField.DATATYPE, 0, dataType.code());
    header.put(NiftiField.BITPIX, 0, dataType.bits());
    header.put(NiftiField.VOX_OFFSET, 0, version.earliestData());
    header.put(NiftiField.SCL_SLOPE, 0, 1);
    header.put(NiftiField.XYZT_UNITS, 0, MILLIMETRES_AND_SECONDS);
    putGeometry(header, volume.affine(), volume.timeStepSeconds());
    return bytes;
  }

  private static void putMagic(NiftiHeaderBytes header) {
    String magic = header.version() == NiftiVersion.NIFTI_1 ? "n+1" : "n+2\0\r\n\u001a\n";
    for (int i = 0; i < magic.length(); i++) {
      header.put(NiftiField.MAGIC, i, magic.charAt(i));
    }
  }

  private static void putExtents(NiftiHeaderBytes header, VolumeShape shape) {
    header.put(NiftiField.DIM, 0, shape.isTimeSeries() ? 4 : 3);
    header.put(NiftiField.DIM, 1, shape.x());
    header.put(NiftiField.DIM, 2, shape.y());
    header.put(NiftiField.DIM, 3, shape.z());
    header.put(NiftiField.DIM, 4, shape.timePoints());
    for (int i = 5; i <= 7; i++) {
      header.put(NiftiField.DIM, i, 1);
    }
  }

  private static void putGeometry(NiftiHeaderBytes header, Affine affine, double timeStep) {
    header.put(NiftiField.PIXDIM, 0, 1);
    header.put(NiftiField.PIXDIM, 1, affine.columnLength(Axis.X));
    header.put(NiftiField.PIXDIM, 2, affine.columnLength(Axis.Y));
    header.put(NiftiField.PIXDIM, 3, affine.columnLength(Axis.Z));
    header.put(NiftiField.PIXDIM, 4, timeStep);
    header.put(NiftiField.SFORM_CODE, 0, ALIGNED);
    double[] rows = affine.toArray();
    for (int i = 0; i < rows.length; i++) {
      header.put(NiftiField.SROW, i, rows[i]);
    }
  }

  private static void writeVoxels(Volume volume, VoxelType type, OutputStream out)
      throws IOException {
    VolumeShape shape = volume.shape();
    float[] row = new float[shape.x()];
    ByteBuffer bytes = ByteBuffer.allocate(shape.x() * type.bytes()).order(ByteOrder.LITTLE_ENDIAN);
    for (int t = 0; t < shape.timePoints(); t++) {
      for (int z = 0; z < shape.z(); z++) {
        for (int y = 0; y < shape.y(); y++) {
          volume.readRow(y, z, t, row, 0);
          bytes.clear();
          for (float value : row) {
            put(bytes, type, value);
          }
          out.write(bytes.array());
        }
      }
    }
  }

  /// Integers are rounded to the nearest (half to even) and clamped to the type.
  private static void put(ByteBuffer bytes, VoxelType type, float value) {
    double integer = Math.clamp(Math.rint((double) value), type.lowest(), type.highest());
    switch (type) {
      case INT8, UINT8 -> bytes.put((byte) (long) integer);
      case INT16, UINT16 -> bytes.putShort((short) (long) integer);
      case INT32, UINT32 -> bytes.putInt((int) (long) integer);
      case FLOAT32 -> bytes.putFloat(value);
      case INT64, UINT64, FLOAT64 -> throw new IllegalStateException(type + " is not written");
    }
  }
}
