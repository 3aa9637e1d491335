package dev.shardline.parts;

import dev.shardline.dataset.PartId;

/// A part and the samples in it. Owns its array; not to be changed.
public final class PlannedPart {
  private final PartId id;
  private final int[] samples;

  public PlannedPart(PartId id, int[] samples) {
    this.id = id;
    this.samples = samples;
  }

  public PartId id() {
    return id;
  }

  /// How many samples it has.
  public int size() {
    return samples.length;
  }

  /// Its `index`-th sample in part order.
  public int sample(int index) {
    return samples[index];
  }
}
