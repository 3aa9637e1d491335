package dev.shardline.volume.mask;

import dev.shardline.volume.VolumeShape;
import java.util.Arrays;

/// Repairs of masks by what hangs together.
public final class MaskShapes {
  private MaskShapes() {}

  /// Only the largest part whose voxels touch by faces, edges or corners (26 neighbours); of equal
  /// ones the first in memory. An empty mask stays empty.
  public static Mask largestPart(Mask mask) {
    ComponentRuns runs = new ComponentRuns(mask, true, true);
    int largest = 0;
    for (int label = 1; label < runs.count(); label++) {
      largest = runs.size(label) > runs.size(largest) ? label : largest;
    }
    int kept = largest;
    boolean[] set = new boolean[mask.array().length];
    runs.forEach((run, y, z, from, to) -> {
      if (runs.find(run) == kept) {
        fill(set, mask.shape(), y, z, from, to);
      }
    });
    return new Mask(mask.shape(), set);
  }

  /// The mask with every hole filled: voxels from which no path over faces leads to the border.
  /// `scipy.ndimage.binary_fill_holes`.
  public static Mask withHolesFilled(Mask mask) {
    VolumeShape shape = mask.shape();
    ComponentRuns background = new ComponentRuns(mask, false, false);
    boolean[] reachesBorder = new boolean[background.count()];
    background.forEach((run, y, z, from, to) -> {
      boolean atBorder =
          from == 0
              || to == shape.x()
              || y == 0
              || y == shape.y() - 1
              || z == 0
              || z == shape.z() - 1;
      reachesBorder[background.find(run)] |= atBorder;
    });
    boolean[] set = mask.array().clone();
    background.forEach((run, y, z, from, to) -> {
      if (!reachesBorder[background.find(run)]) {
        fill(set, shape, y, z, from, to);
      }
    });
    return new Mask(shape, set);
  }

  private static void fill(boolean[] set, VolumeShape shape, int y, int z, int from, int to) {
    int row = (z * shape.y() + y) * shape.x();
    Arrays.fill(set, row + from, row + to, true);
  }
}
