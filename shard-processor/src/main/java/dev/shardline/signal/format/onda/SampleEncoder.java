package dev.shardline.signal.format.onda;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// Turns values into stored numbers as Onda.jl's `encode` does: `(value − offset) / resolution`,
/// rounded to nearest with ties to even, held within the type's range; NaN becomes an integer
/// type's largest number.
final class SampleEncoder {
  private final SampleEncoding encoding;

  SampleEncoder(SampleEncoding encoding) {
    this.encoding = encoding;
  }

  /// @param values row i is channel i
  /// @param count of time points
  /// @param into receives them time point by time point, from its start
  /// @return how many bytes that are
  int encode(double[][] values, int count, byte[] into) {
    ByteBuffer out = ByteBuffer.wrap(into).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < count; i++) {
      for (double[] channel : values) {
        put(number(channel[i]), out);
      }
    }
    return out.position();
  }

  private double number(double value) {
    SampleType type = encoding.type();
    if (encoding.isIdentity() && type.isFloating()) {
      return value;
    }
    double number = (value - encoding.offset()) / encoding.resolution();
    if (type.isFloating()) {
      return number;
    }
    return Double.isNaN(number)
        ? type.most()
        : Math.rint(Math.clamp(number, type.least(), type.most()));
  }

  private void put(double number, ByteBuffer out) {
    switch (encoding.type()) {
      case INT8, UINT8 -> out.put((byte) (int) number);
      case INT16, UINT16 -> out.putShort((short) (int) number);
      case INT32, UINT32 -> out.putInt((int) (long) number);
      case INT64 -> out.putLong((long) number);
      case UINT64 -> out.putLong(unsigned(number));
      case FLOAT32 -> out.putFloat((float) number);
      case FLOAT64 -> out.putDouble(number);
    }
  }

  /// The bits of a whole number of 0 to 2^64, the last of which is held at 2^64 − 1.
  private static long unsigned(double number) {
    if (number < 0x1p63) {
      return (long) number;
    }
    return number >= 0x1p64 ? -1 : (long) (number - 0x1p63) ^ Long.MIN_VALUE;
  }
}
