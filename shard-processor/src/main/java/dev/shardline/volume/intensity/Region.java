package dev.shardline.volume.intensity;

import dev.shardline.failure.MalformedDataException;
import dev.shardline.failure.Reason;
import dev.shardline.volume.Volume;
import dev.shardline.volume.VolumeShape;
import dev.shardline.volume.mask.Foreground;
import dev.shardline.volume.mask.Mask;
import dev.shardline.volume.statistics.Moments;
import java.util.Arrays;

/// Which voxels statistics are taken from.
public sealed interface Region {
  /// So many are read together: values of a cache line, where planes are neighbours.
  int PLANES = 16;

  /// Every voxel.
  record Whole() implements Region {}

  /// The voxels of a foreground rule, applied to the volume itself.
  record Subject(Foreground rule) implements Region {}

  /// The voxels of a given mask on the volume's grid, at every time point.
  record Given(Mask mask) implements Region {}

  /// All voxels that are not 0.
  static Region nonZero() {
    return new Subject(new Foreground.NonZero());
  }

  /// The values of the region's voxels over all time points, in an order that only depends on the
  /// volume. Not to be written.
  ///
  /// @throws MalformedDataException if the region is empty
  default float[] valuesOf(Volume volume) throws MalformedDataException {
    float[] values =
        switch (this) {
          case Whole _ -> volume.values();
          case Subject(Foreground.NonZero _) -> nonZeros(volume.values());
          case Subject(Foreground rule) -> masked(volume, rule.of(volume));
          case Given(Mask mask) -> masked(volume, mask);
        };
    requireSome(values.length);
    return values;
  }

  /// Mean and deviation of the region's voxels.
  ///
  /// @throws MalformedDataException if the region is empty
  default Moments momentsOf(Volume volume) throws MalformedDataException {
    Moments moments =
        switch (this) {
          case Whole _ -> Moments.of(volume);
          case Subject(Foreground.NonZero _) -> Moments.ofNonZero(volume);
          case Subject _, Given _ -> Moments.of(valuesOf(volume));
        };
    requireSome(moments.count());
    return moments;
  }

  /// The region as a mask on a 3-D volume's grid.
  ///
  /// @throws MalformedDataException if a given mask is not on that grid
  default Mask maskOf(Volume volume) throws MalformedDataException {
    return switch (this) {
      case Whole _ -> everywhere(volume.shape());
      case Subject(Foreground rule) -> rule.of(volume);
      case Given(Mask mask) -> {
        requireSameGrid(volume, mask);
        yield mask;
      }
    };
  }

  private static Mask everywhere(VolumeShape shape) {
    VolumeShape space = shape.withTimePoints(1);
    boolean[] set = new boolean[Math.toIntExact(space.voxels())];
    Arrays.fill(set, true);
    return new Mask(space, set);
  }

  private static void requireSome(long count) throws MalformedDataException {
    if (count == 0) {
      throw new MalformedDataException(
          Reason.CHECK_FAILED, "foreground", "at least one voxel", "none");
    }
  }

  private static float[] nonZeros(float[] values) {
    int count = 0;
    for (float value : values) {
      count += value != 0 ? 1 : 0;
    }
    float[] kept = new float[count];
    int at = 0;
    for (float value : values) {
      if (value != 0) {
        kept[at++] = value;
      }
    }
    return kept;
  }

  private static float[] masked(Volume volume, Mask mask) throws MalformedDataException {
    requireSameGrid(volume, mask);
    VolumeShape shape = volume.shape();
    boolean[] set = mask.array();
    float[] kept = new float[mask.count() * shape.timePoints()];
    int plane = shape.x() * shape.y();
    float[] planes = new float[Math.min(PLANES, shape.z()) * plane];
    int count = 0;
    for (int t = 0; t < shape.timePoints(); t++) {
      for (int z = 0; z < shape.z(); z += PLANES) {
        int read = Math.min(PLANES, shape.z() - z);
        volume.readPlanes(z, read, t, planes);
        for (int i = 0; i < read * plane; i++) {
          if (set[z * plane + i]) {
            kept[count++] = planes[i];
          }
        }
      }
    }
    return kept;
  }

  private static void requireSameGrid(Volume volume, Mask mask) throws MalformedDataException {
    if (!volume.shape().withTimePoints(1).equals(mask.shape())) {
      throw new MalformedDataException(
          Reason.WRONG_KIND, "mask", "the volume's shape " + volume.shape(), mask.shape() + "");
    }
  }
}
