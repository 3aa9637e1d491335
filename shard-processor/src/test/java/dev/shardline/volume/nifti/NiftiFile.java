package dev.shardline.volume.nifti;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;

/// Builds NIfTI files for tests, field by field, without the product's own writer.
final class NiftiFile {
  final ByteBuffer header;
  private final NiftiVersion version;
  private byte[] voxels = new byte[0];

  private NiftiFile(NiftiVersion version, ByteOrder order) {
    this.version = version;
    this.header = ByteBuffer.allocate(version.earliestData()).order(order);
  }

  /// A valid NIfTI-1 file of int16 zeros with voxels of 1 mm and an identity sform.
  static NiftiFile nifti1(ByteOrder order, int... extents) {
    NiftiFile file = new NiftiFile(NiftiVersion.NIFTI_1, order);
    file.header.putInt(0, 348).put(344, (byte) 'n').put(345, (byte) '+').put(346, (byte) '1');
    file.header.putShort(40, (short) extents.length);
    for (int i = 0; i < extents.length; i++) {
      file.header.putShort(42 + 2 * i, (short) extents[i]);
    }
    for (int i = 0; i < 4; i++) {
      file.header.putFloat(76 + 4 * i, 1);
    }
    file.header.putFloat(108, 352);
    file.sform(1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0);
    return file.type(4).voxels(new byte[Arrays.stream(extents).reduce(1, (a, b) -> a * b) * 2]);
  }

  /// The same in NIfTI-2.
  static NiftiFile nifti2(ByteOrder order, int... extents) {
    NiftiFile file = new NiftiFile(NiftiVersion.NIFTI_2, order);
    file.header
        .putInt(0, 540)
        .put(4, "n+2\0\r\n\u001a\n".getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
    file.header.putLong(16, extents.length);
    for (int i = 0; i < extents.length; i++) {
      file.header.putLong(24 + 8 * i, extents[i]);
    }
    for (int i = 0; i < 4; i++) {
      file.header.putDouble(104 + 8 * i, 1);
    }
    file.header.putLong(168, 544);
    file.sform(1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0);
    return file.type(4).voxels(new byte[Arrays.stream(extents).reduce(1, (a, b) -> a * b) * 2]);
  }

  NiftiFile type(int code) {
    header.putShort(version == NiftiVersion.NIFTI_1 ? 70 : 12, (short) code);
    return this;
  }

  NiftiFile sform(double... rows) {
    boolean first = version == NiftiVersion.NIFTI_1;
    if (first) {
      header.putShort(254, (short) 1);
    } else {
      header.putInt(348, 1);
    }
    for (int i = 0; i < 12; i++) {
      if (first) {
        header.putFloat(280 + 4 * i, (float) rows[i]);
      } else {
        header.putDouble(400 + 8 * i, rows[i]);
      }
    }
    return this;
  }

  NiftiFile withoutSform() {
    header.putShort(254, (short) 0);
    return this;
  }

  NiftiFile scale(double slope, double intercept) {
    if (version == NiftiVersion.NIFTI_1) {
      header.putFloat(112, (float) slope).putFloat(116, (float) intercept);
    } else {
      header.putDouble(176, slope).putDouble(184, intercept);
    }
    return this;
  }

  NiftiFile voxels(byte[] bytes) {
    voxels = bytes;
    return this;
  }

  NiftiFile shorts(int... values) {
    ByteBuffer bytes = ByteBuffer.allocate(values.length * 2).order(header.order());
    for (int value : values) {
      bytes.putShort((short) value);
    }
    return voxels(bytes.array());
  }

  byte[] bytes() {
    ByteBuffer all = ByteBuffer.allocate(header.capacity() + voxels.length);
    return all.put(header.array()).put(voxels).array();
  }

  byte[] pairHeader() {
    header.put(version == NiftiVersion.NIFTI_1 ? 345 : 5, (byte) 'i');
    if (version == NiftiVersion.NIFTI_1) {
      header.putFloat(108, 0);
    }
    return Arrays.copyOf(header.array(), version.headerBytes());
  }

  byte[] image() {
    return voxels;
  }

  static byte[] gzip(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
