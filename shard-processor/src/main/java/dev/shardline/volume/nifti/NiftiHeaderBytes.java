package dev.shardline.volume.nifti;

import dev.shardline.failure.MalformedDataException;
import dev.shardline.failure.Reason;
import dev.shardline.volume.gzip.ByteFlow;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// The bytes of one header with their version and byte order, as typed fields.
///
/// @param bytes the header, in the file's byte order
record NiftiHeaderBytes(NiftiVersion version, ByteBuffer bytes) {

  /// Bytes that tell the version and byte order.
  static final int SIZE_FIELD_BYTES = Integer.BYTES;

  /// Recognises the version and byte order from `sizeof_hdr`.
  ///
  /// @param size the first four bytes of the file
  /// @param rest what follows them; read on only to tell what the file is instead
  static NiftiVersion versionOf(byte[] size, ByteOrder order, ByteFlow rest)
      throws MalformedDataException {
    int headerBytes = ByteBuffer.wrap(size).order(order).getInt(0);
    return switch (headerBytes) {
      case 348 -> NiftiVersion.NIFTI_1;
      case 540 -> NiftiVersion.NIFTI_2;
      default -> throw NotNifti.refusal(headerBytes, size, rest);
    };
  }

  /// The byte order in which `sizeof_hdr` makes sense; little-endian if in none.
  static ByteOrder orderOf(byte[] size) {
    int bigEndian = ByteBuffer.wrap(size).getInt(0);
    boolean big =
        bigEndian == NiftiVersion.NIFTI_1.headerBytes()
            || bigEndian == NiftiVersion.NIFTI_2.headerBytes();
    return big ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
  }

  ByteOrder order() {
    return bytes.order();
  }

  long integer(NiftiField field, int index) {
    int offset = field.offset(version, index);
    return switch (field.kind(version)) {
      case UINT8 -> bytes.get(offset) & 255;
      case INT16 -> bytes.getShort(offset);
      case INT32 -> bytes.getInt(offset);
      case INT64 -> bytes.getLong(offset);
      case FLOAT32 -> (long) bytes.getFloat(offset);
      case FLOAT64 -> (long) bytes.getDouble(offset);
    };
  }

  double real(NiftiField field, int index) {
    int offset = field.offset(version, index);
    return switch (field.kind(version)) {
      case FLOAT32 -> bytes.getFloat(offset);
      case FLOAT64 -> bytes.getDouble(offset);
      case UINT8, INT16, INT32, INT64 -> integer(field, index);
    };
  }

  void put(NiftiField field, int index, double value) {
    int offset = field.offset(version, index);
    switch (field.kind(version)) {
      case UINT8 -> bytes.put(offset, (byte) value);
      case INT16 -> bytes.putShort(offset, (short) value);
      case INT32 -> bytes.putInt(offset, (int) value);
      case INT64 -> bytes.putLong(offset, (long) value);
      case FLOAT32 -> bytes.putFloat(offset, (float) value);
      case FLOAT64 -> bytes.putDouble(offset, value);
    }
  }

  /// A failure that names a field and its place; index -1 for a field of one element.
  MalformedDataException malformed(NiftiField field, int index, String expected, Object found) {
    return failure(Reason.MALFORMED, field, index, expected, found);
  }

  MalformedDataException failure(
      Reason reason, NiftiField field, int index, String expected, Object found) {
    String name = index < 0 ? field.label() : field.label() + "[" + index + "]";
    return new MalformedDataException(
        reason, name, field.offset(version, Math.max(0, index)), expected, String.valueOf(found));
  }
}
