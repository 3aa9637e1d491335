package dev.shardline.volume.geometry;

import dev.shardline.volume.Affine;
import dev.shardline.volume.Axis;
import dev.shardline.volume.VolumeGrid;
import dev.shardline.volume.VolumeShape;
import dev.shardline.volume.VoxelLayout;
import java.util.ArrayList;
import java.util.List;

/// A way to swap and flip the axes of a volume; voxels keep their place in the patient.
///
/// @param source for each new axis the old one that it runs along
/// @param flipped for each new axis whether it runs the other way
record AxisTurn(List<Axis> source, List<Boolean> flipped) {
  AxisTurn {
    source = List.copyOf(source);
    flipped = List.copyOf(flipped);
  }

  static AxisTurn between(Orientation current, Orientation target) {
    List<Axis> source = new ArrayList<>();
    List<Boolean> flipped = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      int from = current.world().indexOf(target.world().get(i));
      source.add(Axis.ALL.get(from));
      flipped.add(!current.positive().get(from).equals(target.positive().get(i)));
    }
    return new AxisTurn(source, flipped);
  }

  static AxisTurn flipOf(Axis axis) {
    return new AxisTurn(Axis.ALL, Axis.ALL.stream().map(axis::equals).toList());
  }

  VoxelLayout of(VoxelLayout layout) {
    VoxelLayout turned = layout.permute(source.get(0), source.get(1), source.get(2));
    for (Axis axis : Axis.ALL) {
      turned = flipped.get(axis.index()) ? turned.flip(axis) : turned;
    }
    return turned;
  }

  VolumeGrid of(VolumeGrid grid) {
    VolumeShape old = grid.shape();
    VolumeShape shape = old;
    for (Axis axis : Axis.ALL) {
      shape = shape.with(axis, old.extent(source.get(axis.index())));
    }
    return new VolumeGrid(shape, grid.affine().times(toOldVoxels(old)));
  }

  /// The matrix from new voxel indices to old ones.
  private Affine toOldVoxels(VolumeShape old) {
    double[] values = new double[12];
    for (int i = 0; i < 3; i++) {
      int row = source.get(i).index();
      values[row * 4 + i] = flipped.get(i) ? -1 : 1;
      values[row * 4 + 3] = flipped.get(i) ? old.extent(source.get(i)) - 1 : 0;
    }
    return Affine.of(values);
  }
}
