package dev.shardline.inspect.shard;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shardline.data.Tensor;
import dev.shardline.inspect.draw.TensorValues;
import dev.shardline.volume.Affine;
import dev.shardline.volume.Axis;
import dev.shardline.volume.Volume;
import dev.shardline.volume.VolumeShape;
import dev.shardline.volume.VoxelLayout;
import java.util.Optional;

/// A record's array as the volume it was made of: the recipe recorded the `affine` and the `axes`
/// of the array.
final class RecordVolume {
  private static final int AFFINE_VALUES = 12;

  private RecordVolume() {}

  /// The volume; empty if the record does not say that its array is one.
  static Optional<Volume> of(Tensor tensor, ObjectNode facts) {
    JsonNode affine = facts.path("affine");
    String axes = facts.path("axes").asText();
    int[] shape = tensor.shape();
    boolean spatial = axes.endsWith("xyz") || axes.endsWith("zyx");
    if (affine.size() != AFFINE_VALUES || !spatial || shape.length != axes.length()) {
      return Optional.empty();
    }
    double[] rows = new double[AFFINE_VALUES];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = affine.get(i).asDouble();
    }
    int at = shape.length - 3;
    int timePoints = at == 0 ? 1 : shape[0];
    VolumeShape inMemory = new VolumeShape(shape[at + 2], shape[at + 1], shape[at], timePoints);
    Volume stored = Volume.ofFloats(TensorValues.of(tensor), inMemory, Affine.identity());
    VoxelLayout layout =
        axes.endsWith("xyz") ? stored.layout().permute(Axis.Z, Axis.Y, Axis.X) : stored.layout();
    Volume placed = stored.withView(layout, Affine.of(rows));
    return Optional.of(placed.withTimeStep(facts.path("time-step-seconds").asDouble()));
  }
}
