package dev.shardline.recipe.volume;

import dev.shardline.volume.Volume;

/// A step that cuts and pads by a view alone: it makes no array, and its voxels are read where
/// those lie that it took.
interface PaddingStep extends VolumeStep {
  @Override
  default boolean keepsTaken() {
    return true;
  }

  @Override
  default boolean makesNoArray(Volume taken) {
    return true;
  }

  @Override
  default boolean takesUnread() {
    return true;
  }
}
