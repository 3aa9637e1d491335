package dev.shardline.split;

/// Which group each sample is in: what must not cross splits. Groups are numbered in the order of
/// their first samples. Owns its array; not to be changed.
public final class Groups {
  /// Empty where every sample is a group of its own.
  private final int[] groupOf;

  private final int samples;
  private final int count;

  private Groups(int[] groupOf, int samples, int count) {
    this.groupOf = groupOf;
    this.samples = samples;
    this.count = count;
  }

  /// @param groupOf for each sample the number of its group
  static Groups of(int[] groupOf, int count) {
    return count == groupOf.length ? ofSingles(count) : new Groups(groupOf, groupOf.length, count);
  }

  /// Every sample in a group of its own.
  public static Groups ofSingles(int samples) {
    return new Groups(new int[0], samples, samples);
  }

  /// How many groups there are.
  public int count() {
    return count;
  }

  /// How many samples there are.
  public int samples() {
    return samples;
  }

  public int of(int sample) {
    return areSingles() ? sample : groupOf[sample];
  }

  /// Whether every group has one sample.
  public boolean areSingles() {
    return count == samples;
  }

  /// The first sample of each group.
  public int[] firstSamples() {
    int[] first = new int[count];
    int next = 0;
    for (int sample = 0; sample < samples; sample++) {
      if (of(sample) == next) {
        first[next++] = sample;
      }
    }
    return first;
  }

  /// How many samples each group has.
  public int[] sizes() {
    int[] sizes = new int[count];
    for (int sample = 0; sample < samples; sample++) {
      sizes[of(sample)]++;
    }
    return sizes;
  }
}
