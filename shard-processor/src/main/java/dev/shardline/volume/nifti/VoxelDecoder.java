package dev.shardline.volume.nifti;

import dev.shardline.failure.MalformedDataException;
import dev.shardline.volume.FloatVoxels;
import dev.shardline.volume.NativeShortVoxels;
import dev.shardline.volume.ShortVoxels;
import dev.shardline.volume.VoxelType;
import dev.shardline.volume.Voxels;
import dev.shardline.volume.gzip.ByteFlow;
import dev.shardline.volume.gzip.MemoryKeeper;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Turns a flow of stored numbers into voxels, one small block after the other while it is in the
/// cache. Unscaled integers of up to 16 bits stay integers; everything else becomes float32, by way
/// of double where it is scaled.
final class VoxelDecoder {
  private static final int BLOCK_BYTES = 1 << 16;

  private final VoxelType type;
  private final IntensityScale scale;
  private final ValueLayout.OfShort shorts;
  private final ValueLayout.OfFloat floats;
  private final NumberBlock numbers;

  VoxelDecoder(VoxelType type, ByteOrder order, IntensityScale scale) {
    this.type = type;
    this.scale = scale;
    this.shorts = ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(order);
    this.floats = ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(order);
    this.numbers = new NumberBlock(type, order);
  }

  /// Whether such numbers are kept as short integers.
  static boolean keepsShorts(VoxelType type, IntensityScale scale) {
    return type.fitsShort() && scale.isNone();
  }

  /// Reads `count` voxels; leaves them where they lie, if somebody keeps that.
  Voxels decode(ByteFlow flow, int count, @Nullable MemoryKeeper keeper)
      throws MalformedDataException {
    if (keeper != null && type == VoxelType.INT16 && scale.isNone() && isLittleEndian()) {
      Optional<MemorySegment> memory = flow.keep((long) count * Short.BYTES, keeper);
      if (memory.isPresent()) {
        return new NativeShortVoxels(memory.get());
      }
    }
    return keepsShorts(type, scale)
        ? new ShortVoxels(decodeShorts(flow, count))
        : new FloatVoxels(decodeFloats(flow, count));
  }

  private boolean isLittleEndian() {
    return shorts.order() == ByteOrder.LITTLE_ENDIAN;
  }

  private short[] decodeShorts(ByteFlow flow, int count) throws MalformedDataException {
    short[] voxels = new short[count];
    byte[] block = new byte[BLOCK_BYTES];
    int perBlock = BLOCK_BYTES / type.bytes();
    for (int done = 0; done < count; done += perBlock) {
      int length = Math.min(perBlock, count - done);
      flow.readFully(block, 0, length * type.bytes(), "voxels");
      switch (type) {
        case UINT8 -> widenUnsigned(block, voxels, done, length);
        case INT8 -> widenSigned(block, voxels, done, length);
        case INT16 ->
            MemorySegment.copy(MemorySegment.ofArray(block), shorts, 0, voxels, done, length);
        case UINT16, INT32, UINT32, INT64, UINT64, FLOAT32, FLOAT64 ->
            throw new IllegalStateException(type + " does not fit a short");
      }
    }
    return voxels;
  }

  private static void widenUnsigned(byte[] block, short[] voxels, int at, int length) {
    for (int i = 0; i < length; i++) {
      voxels[at + i] = (short) (block[i] & 255);
    }
  }

  private static void widenSigned(byte[] block, short[] voxels, int at, int length) {
    for (int i = 0; i < length; i++) {
      voxels[at + i] = block[i];
    }
  }

  private float[] decodeFloats(ByteFlow flow, int count) throws MalformedDataException {
    float[] voxels = new float[count];
    byte[] block = new byte[BLOCK_BYTES];
    int perBlock = BLOCK_BYTES / type.bytes();
    double[] values = new double[perBlock];
    MemorySegment segment = MemorySegment.ofArray(block);
    for (int done = 0; done < count; done += perBlock) {
      int length = Math.min(perBlock, count - done);
      flow.readFully(block, 0, length * type.bytes(), "voxels");
      if (type == VoxelType.FLOAT32 && scale.isNone()) {
        MemorySegment.copy(segment, floats, 0, voxels, done, length);
      } else {
        numbers.toDoubles(segment, values, length);
        scaleInto(values, voxels, done, length);
      }
    }
    return voxels;
  }

  private void scaleInto(double[] values, float[] voxels, int at, int length) {
    for (int i = 0; i < length; i++) {
      voxels[at + i] = (float) scale.apply(values[i]);
    }
  }
}
