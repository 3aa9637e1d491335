package dev.shardline.recipe.volume;

import dev.shardline.recipe.Footprint;
import dev.shardline.recipe.Item;
import dev.shardline.volume.Volume;
import dev.shardline.volume.intensity.LinearMap;
import dev.shardline.volume.intensity.PercentileRange;

/// Applies what [TakeFingerprint] learnt.
final class FingerprintedVolume implements VolumeStep {
  private static final double LEAST_DEVIATION = 1e-8;

  private final boolean normalise;
  private final double[] range;
  private final double mean;
  private final double deviation;

  /// @param range the values to clip to, lower first
  FingerprintedVolume(boolean normalise, double[] range, double mean, double deviation) {
    this.normalise = normalise;
    this.range = range.clone();
    this.mean = mean;
    this.deviation = Math.max(deviation, LEAST_DEVIATION);
  }

  @Override
  public String name() {
    return TakeFingerprint.NAME;
  }

  @Override
  public Footprint footprint(long dataBytes) {
    return Footprint.of(dataBytes, dataBytes, dataBytes);
  }

  @Override
  public Item map(Item item) {
    if (!normalise) {
      return item;
    }
    Volume clipped = PercentileRange.clip(VolumeStep.volume(item), range);
    return item.withData(new LinearMap(mean, mean + deviation, 0, 1, false).apply(clipped));
  }
}
