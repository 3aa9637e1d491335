package dev.shardline.volume.nifti;

import dev.shardline.volume.VoxelType;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

/// Reads stored numbers of one type and byte order as doubles. One plain loop per type, so that
/// each is compiled to straight code.
final class NumberBlock {
  private final VoxelType type;
  private final ValueLayout.OfShort shorts;
  private final ValueLayout.OfInt ints;
  private final ValueLayout.OfLong longs;
  private final ValueLayout.OfFloat floats;
  private final ValueLayout.OfDouble doubles;

  NumberBlock(VoxelType type, ByteOrder order) {
    this.type = type;
    this.shorts = ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(order);
    this.ints = ValueLayout.JAVA_INT_UNALIGNED.withOrder(order);
    this.longs = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(order);
    this.floats = ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(order);
    this.doubles = ValueLayout.JAVA_DOUBLE_UNALIGNED.withOrder(order);
  }

  /// Reads the first `length` numbers of a block. 64-bit integers are rounded to the nearest
  /// double.
  void toDoubles(MemorySegment block, double[] values, int length) {
    switch (type) {
      case INT8 -> {
        for (int i = 0; i < length; i++) {
          values[i] = block.get(ValueLayout.JAVA_BYTE, i);
        }
      }
      case UINT8 -> {
        for (int i = 0; i < length; i++) {
          values[i] = block.get(ValueLayout.JAVA_BYTE, i) & 255;
        }
      }
      case INT16 -> {
        for (int i = 0; i < length; i++) {
          values[i] = block.getAtIndex(shorts, i);
        }
      }
      case UINT16 -> {
        for (int i = 0; i < length; i++) {
          values[i] = block.getAtIndex(shorts, i) & 0xFFFF;
        }
      }
      case INT32 -> {
        for (int i = 0; i < length; i++) {
          values[i] = block.getAtIndex(ints, i);
        }
      }
      case UINT32 -> {
        for (int i = 0; i < length; i++) {
          values[i] = block.getAtIndex(ints, i) & 0xFFFF_FFFFL;
        }
      }
      case INT64 -> {
        for (int i = 0; i < length; i++) {
          values[i] = block.getAtIndex(longs, i);
        }
      }
      case UINT64 -> {
        for (int i = 0; i < length; i++) {
          values[i] = unsigned(block.getAtIndex(longs, i));
        }
      }
      case FLOAT32 -> {
        for (int i = 0; i < length; i++) {
          values[i] = block.getAtIndex(floats, i);
        }
      }
      case FLOAT64 -> {
        for (int i = 0; i < length; i++) {
          values[i] = block.getAtIndex(doubles, i);
        }
      }
    }
  }

  private static double unsigned(long value) {
    return value >= 0 ? value : ((value >>> 1) | (value & 1)) * 2.0;
  }
}
