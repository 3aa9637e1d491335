package dev.shardline.signal.format.raw;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;

/// How numbers are stored: type and byte order. Decodes to float64, which holds every type exactly
/// but 64-bit integers; those are rounded to nearest, ties to even.
public record NumberEncoding(NumberType type, ByteOrder order) {
  private static final VarHandle SHORT = view(short[].class);
  private static final VarHandle INT = view(int[].class);
  private static final VarHandle LONG = view(long[].class);

  private static VarHandle view(Class<?> arrayType) {
    return MethodHandles.byteArrayViewVarHandle(arrayType, ByteOrder.LITTLE_ENDIAN);
  }

  /// The least significant byte first.
  public static NumberEncoding littleEndian(NumberType type) {
    return new NumberEncoding(type, ByteOrder.LITTLE_ENDIAN);
  }

  /// The most significant byte first.
  public static NumberEncoding bigEndian(NumberType type) {
    return new NumberEncoding(type, ByteOrder.BIG_ENDIAN);
  }

  /// Bytes per number.
  public int bytes() {
    return type.bytes();
  }

  /// Decodes `count` numbers into `into[0, count)`.
  ///
  /// @param index of the first number's first byte
  /// @param stride bytes from one number's first byte to the next one's
  public void decode(byte[] stored, int index, int stride, int count, double[] into) {
    boolean swap = order == ByteOrder.BIG_ENDIAN;
    switch (type) {
      case INT8 -> {
        for (int i = 0, p = index; i < count; i++, p += stride) {
          into[i] = stored[p];
        }
      }
      case UINT8 -> {
        for (int i = 0, p = index; i < count; i++, p += stride) {
          into[i] = stored[p] & 0xff;
        }
      }
      case INT16 -> {
        for (int i = 0, p = index; i < count; i++, p += stride) {
          into[i] = shortAt(stored, p, swap);
        }
      }
      case UINT16 -> {
        for (int i = 0, p = index; i < count; i++, p += stride) {
          into[i] = shortAt(stored, p, swap) & 0xffff;
        }
      }
      case INT24 -> int24(stored, index, stride, count, into);
      case INT32 -> {
        for (int i = 0, p = index; i < count; i++, p += stride) {
          into[i] = intAt(stored, p, swap);
        }
      }
      case UINT32 -> {
        for (int i = 0, p = index; i < count; i++, p += stride) {
          into[i] = intAt(stored, p, swap) & 0xffffffffL;
        }
      }
      case INT64 -> {
        for (int i = 0, p = index; i < count; i++, p += stride) {
          into[i] = longAt(stored, p, swap);
        }
      }
      case UINT64 -> {
        for (int i = 0, p = index; i < count; i++, p += stride) {
          into[i] = unsigned(longAt(stored, p, swap));
        }
      }
      case FLOAT16 -> {
        for (int i = 0, p = index; i < count; i++, p += stride) {
          into[i] = Float.float16ToFloat(shortAt(stored, p, swap));
        }
      }
      case FLOAT32 -> {
        for (int i = 0, p = index; i < count; i++, p += stride) {
          into[i] = Float.intBitsToFloat(intAt(stored, p, swap));
        }
      }
      case FLOAT64 -> {
        for (int i = 0, p = index; i < count; i++, p += stride) {
          into[i] = Double.longBitsToDouble(longAt(stored, p, swap));
        }
      }
    }
  }

  /// Whether [#floats] can be asked.
  boolean isFloat32() {
    return type == NumberType.FLOAT32;
  }

  /// `count` numbers of float32 that lie side by side.
  FloatBuffer floats(byte[] stored, int index, int count) {
    return ByteBuffer.wrap(stored, index, count * Float.BYTES).order(order).asFloatBuffer();
  }

  private void int24(byte[] stored, int index, int stride, int count, double[] into) {
    int low = order == ByteOrder.LITTLE_ENDIAN ? 0 : 2;
    int high = 2 - low;
    for (int i = 0, p = index; i < count; i++, p += stride) {
      into[i] =
          (stored[p + low] & 0xff) | (stored[p + 1] & 0xff) << Byte.SIZE | stored[p + high] << 16;
    }
  }

  private static short shortAt(byte[] stored, int index, boolean swap) {
    short number = (short) SHORT.get(stored, index);
    return swap ? Short.reverseBytes(number) : number;
  }

  private static int intAt(byte[] stored, int index, boolean swap) {
    int number = (int) INT.get(stored, index);
    return swap ? Integer.reverseBytes(number) : number;
  }

  private static long longAt(byte[] stored, int index, boolean swap) {
    long number = (long) LONG.get(stored, index);
    return swap ? Long.reverseBytes(number) : number;
  }

  /// The nearest double, ties to even. Above 2^63 the lowest bit only says whether anything lies
  /// below the half, so it may stand for all that was shifted out.
  private static double unsigned(long number) {
    if (number >= 0) {
      return number;
    }
    return (double) (number >>> 1 | number & 1) * 2;
  }
}
