package dev.shardline.split;

import java.util.Arrays;
import java.util.List;

/// The groups that bonds make of samples, and the split that each group is fixed to.
///
/// @param groups what must not cross splits
/// @param fixed for each group the index of the split it must be in, or [GroupSplitter#FREE]; never
///   changed
@SuppressWarnings("ArrayRecordComponent") // a stage's result, never compared
public record BoundGroups(Groups groups, byte[] fixed) {
  /// Unites samples by bonds.
  ///
  /// @throws dev.shardline.failure.UsageException if bonds link samples that are fixed to different
  ///   splits, naming the link
  public static BoundGroups of(List<Bond> bonds, FixedSplits fixedSplits) {
    Groups groups = groups(bonds, fixedSplits.samples());
    byte[] fixed = new byte[groups.count()];
    Arrays.fill(fixed, GroupSplitter.FREE);
    for (int sample = 0; sample < groups.samples(); sample++) {
      byte split = fixedSplits.of(sample);
      int group = groups.of(sample);
      if (split == FixedSplits.FREE || split == fixed[group]) {
        continue;
      }
      if (fixed[group] != GroupSplitter.FREE) {
        throw new CrossingLink(bonds, fixedSplits).failure();
      }
      fixed[group] = split;
    }
    return new BoundGroups(groups, fixed);
  }

  private static Groups groups(List<Bond> bonds, int samples) {
    if (bonds.isEmpty()) {
      return Groups.ofSingles(samples);
    }
    UnionFind sets = new UnionFind(samples);
    bonds.forEach(bond -> sets.unionEqual(bond.codes(), bond.codeCount()));
    return sets.groups();
  }
}
