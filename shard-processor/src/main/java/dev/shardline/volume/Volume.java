package dev.shardline.volume;

import dev.shardline.data.DataKind;
import dev.shardline.data.Payload;
import java.util.Locale;

/// A 3-D or 4-D picture with a place in space: a view of [Voxels] through a [VoxelLayout], and the
/// [Affine] that takes voxel indices (x, y, z) to millimetres RAS+.
///
/// Values are float32 to the reader, whatever the memory holds; scaled and unscaled integers come
/// out as their scaled values. Values of a volume that was cut off, scaled or padded are computed
/// when they are read ([#mapped], [#padded]): whoever reads them more than once takes [#computed].
/// The logical axis order is x, y, z, time; a volume just read lies in memory with x fastest, as
/// NIfTI does. Flips, permutations and crops share the memory and only change the layout.
/// Immutable; safe to share between threads.
public final class Volume implements Payload {
  /// Values that stay in the first-level cache.
  private static final int PIECE = 2048;

  private final Voxels voxels;
  private final VoxelLayout layout;
  private final Affine affine;
  private final VoxelType type;
  private final double timeStepSeconds;

  private Volume(
      Voxels voxels, VoxelLayout layout, Affine affine, VoxelType type, double timeStepSeconds) {
    if (!(timeStepSeconds >= 0) || Double.isInfinite(timeStepSeconds)) {
      throw new IllegalArgumentException("Time step must be 0 or more: " + timeStepSeconds);
    }
    this.voxels = voxels;
    this.layout = layout;
    this.affine = affine;
    this.type = type;
    this.timeStepSeconds = timeStepSeconds;
  }

  /// A volume over values with x fastest, which it takes over.
  ///
  /// @throws IllegalArgumentException if the shape does not fit the values
  public static Volume of(Voxels voxels, VolumeShape shape, Affine affine, VoxelType type) {
    if (shape.voxels() != voxels.length()) {
      throw new IllegalArgumentException(
          "A volume of %s has %d voxels, not %d".formatted(shape, shape.voxels(), voxels.length()));
    }
    return new Volume(voxels, VoxelLayout.xFastest(shape), affine, type, 0);
  }

  /// A float volume over values with x fastest, which it takes over.
  public static Volume ofFloats(float[] values, VolumeShape shape, Affine affine) {
    return of(new FloatVoxels(values), shape, affine, VoxelType.FLOAT32);
  }

  /// The same voxels seen through another layout and affine.
  public Volume withView(VoxelLayout otherLayout, Affine otherAffine) {
    return new Volume(voxels, otherLayout, otherAffine, type, timeStepSeconds);
  }

  /// Other voxels on the same time axis.
  ///
  /// @throws IllegalArgumentException if the layout reaches beyond the voxels
  public Volume withVoxels(
      Voxels others, VoxelLayout otherLayout, Affine otherAffine, VoxelType otherType) {
    if (!otherLayout.fitsIn(others.length())) {
      throw new IllegalArgumentException("Layout " + otherLayout + " leaves the voxels");
    }
    return new Volume(others, otherLayout, otherAffine, otherType, timeStepSeconds);
  }

  /// The same volume with seconds between time points; 0 where unknown or 3-D.
  public Volume withTimeStep(double seconds) {
    return new Volume(voxels, layout, affine, type, seconds);
  }

  /// One time point as a 3-D volume; shares the memory.
  public Volume timePoint(int t) {
    return new Volume(voxels, layout.timePoint(t), affine, type, 0);
  }

  public VolumeShape shape() {
    return layout.shape();
  }

  public Affine affine() {
    return affine;
  }

  /// Where its voxels lie.
  public VolumeGrid grid() {
    return new VolumeGrid(shape(), affine);
  }

  public Spacing spacing() {
    return affine.spacing();
  }

  public VoxelType type() {
    return type;
  }

  /// Seconds between time points; 0 where unknown or 3-D.
  public double timeStepSeconds() {
    return timeStepSeconds;
  }

  /// The memory that [#layout] looks into; computed first if values still have to be.
  public StoredVoxels stored() {
    return voxels.stored();
  }

  /// Whether its values are in an array.
  public boolean isComputed() {
    return voxels instanceof StoredVoxels;
  }

  /// The same volume with its values in an array, if they are not in one already.
  public Volume computed() {
    return isComputed() ? this : new Volume(voxels.stored(), layout, affine, type, timeStepSeconds);
  }

  /// A volume like this one with every value changed by itself; computed when it is read, where
  /// that takes no more memory than computing it now.
  public Volume mapped(VoxelMap map, VoxelType otherType) {
    if (isWhole()) {
      Voxels lazy = new LazyVoxels(new MappedVoxels(voxels, map));
      return new Volume(lazy, layout, affine, otherType, timeStepSeconds);
    }
    float[] values = toArray();
    map.apply(values, 0, values.length);
    return withValues(values, otherType);
  }

  /// This volume inside a larger one, all other voxels of which have one value; computed when it is
  /// read.
  ///
  /// @param x where its first voxel comes to lie; it must fit in from there on
  public Volume padded(
      VolumeShape target, int x, int y, int z, float padding, VoxelType otherType) {
    // Whoever fills an array with -0 where 0 was wanted would write other bytes.
    Voxels padded = new PaddedVoxels(target, voxels, layout, x, y, z, padding + 0f);
    return new Volume(
        new LazyVoxels(padded),
        VoxelLayout.xFastest(target),
        affine.withOriginAt(-x, -y, -z),
        otherType,
        timeStepSeconds);
  }

  public VoxelLayout layout() {
    return layout;
  }

  public float at(int x, int y, int z) {
    return at(x, y, z, 0);
  }

  public float at(int x, int y, int z, int t) {
    return voxels.at(layout.index(x, y, z, t));
  }

  /// Copies the row of voxels along x at (y, z, t).
  public void readRow(int y, int z, int t, float[] into, int at) {
    int start = layout.index(0, y, z, t);
    if (layout.strideX() == 1) {
      voxels.copyTo(start, into, at, shape().x());
    } else {
      voxels.gatherTo(start, layout.strideX(), into, at, shape().x());
    }
  }

  /// Copies neighbouring planes of voxels, x fastest: those at z to z + count - 1 of a time point.
  public void readPlanes(int z, int count, int t, float[] into) {
    VolumeShape shape = shape();
    VoxelLayout planes = layout.timePoint(t).block(0, 0, z, shape.x(), shape.y(), count);
    VoxelGather.xFastest(voxels, planes, into);
  }

  /// Hands on all values in *memory order*, piece by piece; the pieces are the same each time. For
  /// sums that need no array of all values.
  public void readPieces(PieceReader reader) {
    if (isWhole() && !(voxels instanceof FloatVoxels)) {
      float[] piece = new float[Math.min(PIECE, voxels.length())];
      for (int start = 0; start < voxels.length(); start += PIECE) {
        int length = Math.min(PIECE, voxels.length() - start);
        voxels.copyTo(start, piece, 0, length);
        reader.accept(piece, length);
      }
    } else {
      float[] values = values();
      reader.accept(values, values.length);
    }
  }

  /// Takes values piece by piece.
  @FunctionalInterface
  public interface PieceReader {
    /// @param piece not to be kept or written
    /// @param length how many values there are; a multiple of 8 in all pieces but the last
    void accept(float[] piece, int length);
  }

  /// All values with x fastest, then y, z, time; a copy.
  public float[] toArray() {
    return VoxelGather.xFastest(voxels, layout);
  }

  /// This volume as float32 with x fastest in memory of its own; itself if it is so already.
  public Volume compact() {
    if (voxels instanceof FloatVoxels && layout.isXFastest() && isWhole()) {
      return this;
    }
    return new Volume(
        new FloatVoxels(toArray()), VoxelLayout.xFastest(shape()), affine, type, timeStepSeconds);
  }

  /// The values in *memory order*: the order in which [#withValues] takes them back. For
  /// elementwise work and order-free statistics, where a transposition would be wasted. Shared with
  /// the volume where possible, so not to be written.
  public float[] values() {
    if (!isWhole()) {
      return toArray();
    }
    return stored() instanceof FloatVoxels floats ? floats.array() : copyOfWhole();
  }

  /// Whether [#values] are the volume's own, and take no memory.
  public boolean sharesValues() {
    return isWhole() && voxels instanceof FloatVoxels;
  }

  /// As [#values], in an array of the caller's own.
  public float[] copyValues() {
    if (!isWhole()) {
      return toArray();
    }
    return voxels instanceof FloatVoxels floats ? floats.array().clone() : copyOfWhole();
  }

  /// A volume like this one with other values in memory order, which it takes over.
  public Volume withValues(float[] values, VoxelType otherType) {
    if (values.length != shape().voxels()) {
      throw new IllegalArgumentException(
          "A volume of %s has %d voxels, not %d"
              .formatted(shape(), shape().voxels(), values.length));
    }
    VoxelLayout order = isWhole() ? layout : VoxelLayout.xFastest(shape());
    return new Volume(new FloatVoxels(values), order, affine, otherType, timeStepSeconds);
  }

  private float[] copyOfWhole() {
    float[] copy = new float[voxels.length()];
    voxels.copyTo(0, copy, 0, copy.length);
    return copy;
  }

  /// Whether the view shows every voxel of the memory exactly once.
  public boolean isWhole() {
    return shape().voxels() == voxels.length() && layout.isDense();
  }

  @Override
  public DataKind kind() {
    return DataKind.VOLUME;
  }

  @Override
  public long memoryBytes() {
    return voxels.memoryBytes();
  }

  @Override
  public String toString() {
    return "%s %s %s".formatted(shape(), type.name().toLowerCase(Locale.ROOT), affine);
  }
}
