package dev.shardline.split;

/// Which group each sample is in: what must not cross splits. Groups are numbered in the order of
/// their first samples. Owns its array; not to be changed.
public final class Groups {
  private final int[] groupOf;
  private final int count;

  Groups(int[] groupOf, int count) {
    this.groupOf = groupOf;
    this.count = count;
  }

  /// Every sample in a group of its own.
  public static Groups ofSingles(int samples) {
    return new UnionFind(samples).groups();
  }

  /// How many groups there are.
  public int count() {
    return count;
  }

  /// How many samples there are.
  public int samples() {
    return groupOf.length;
  }

  public int of(int sample) {
    return groupOf[sample];
  }

  /// Whether every group has one sample.
  boolean areSingles() {
    return count == groupOf.length;
  }

  /// The first sample of each group.
  public int[] firstSamples() {
    int[] first = new int[count];
    int next = 0;
    for (int sample = 0; sample < groupOf.length; sample++) {
      if (groupOf[sample] == next) {
        first[next++] = sample;
      }
    }
    return first;
  }

  /// How many samples each group has.
  public int[] sizes() {
    int[] sizes = new int[count];
    for (int group : groupOf) {
      sizes[group]++;
    }
    return sizes;
  }
}
