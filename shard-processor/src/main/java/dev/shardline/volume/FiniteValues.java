package dev.shardline.volume;

import dev.shardline.failure.MalformedDataException;
import dev.shardline.failure.Reason;
import dev.shardline.volume.DecodePolicy.NonFinite;

/// Applies the policy for NaN and infinite values to freshly decoded voxels.
public final class FiniteValues {
  private FiniteValues() {}

  /// @param voxels not shared yet: zeros may be written into them
  /// @throws MalformedDataException if a value is not finite and that is refused
  public static Voxels apply(NonFinite policy, Voxels voxels) throws MalformedDataException {
    if (policy != NonFinite.KEEP && voxels instanceof FloatVoxels floats) {
      float[] values = floats.array();
      int count = countNonFinite(values);
      if (count > 0 && policy == NonFinite.REFUSE) {
        throw notFinite(values, count);
      }
      if (count > 0) {
        replaceByZero(values);
      }
    }
    return voxels;
  }

  private static int countNonFinite(float[] values) {
    int count = 0;
    for (float value : values) {
      count += Math.abs(value) <= Float.MAX_VALUE ? 0 : 1;
    }
    return count;
  }

  private static MalformedDataException notFinite(float[] values, int count) {
    int first = 0;
    while (Float.isFinite(values[first])) {
      first++;
    }
    return new MalformedDataException(
        Reason.NOT_FINITE,
        "voxel " + first,
        "finite values",
        count + " of " + values.length + " not finite, the first " + values[first]);
  }

  private static void replaceByZero(float[] values) {
    for (int i = 0; i < values.length; i++) {
      values[i] = Float.isFinite(values[i]) ? values[i] : 0;
    }
  }
}
