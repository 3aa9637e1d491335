package dev.shardline.recipe.volume;

import dev.shardline.failure.MalformedDataException;
import dev.shardline.recipe.Footprint;
import dev.shardline.recipe.Item;
import dev.shardline.volume.intensity.HistogramLandmarks;

/// Applies what [StandardiseHistogram] learnt.
record StandardisedHistogram(RegionChoice over, HistogramLandmarks landmarks)
    implements VolumeStep {
  @Override
  public String name() {
    return StandardiseHistogram.NAME;
  }

  @Override
  public Footprint footprint(long dataBytes) {
    return Footprint.of(dataBytes, dataBytes, dataBytes);
  }

  @Override
  public Item map(Item item) throws MalformedDataException {
    return item.withData(landmarks.apply(VolumeStep.volume(item), over.of(item)));
  }
}
