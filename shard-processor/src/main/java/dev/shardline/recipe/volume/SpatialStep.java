package dev.shardline.recipe.volume;

import dev.shardline.failure.MalformedDataException;
import dev.shardline.recipe.Item;
import dev.shardline.volume.Volume;

/// A step that moves voxels and does the same to the volume and its companions.
interface SpatialStep extends VolumeStep {
  /// The moved volume.
  Volume apply(Volume volume);

  @Override
  default boolean changesCompanions() {
    return true;
  }

  @Override
  default Item map(Item item) throws MalformedDataException {
    Volume moved = apply(VolumeStep.unread(item));
    return VolumeStep.withCompanions(item, this::apply).withData(moved);
  }
}
