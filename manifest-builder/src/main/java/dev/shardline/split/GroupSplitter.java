package dev.shardline.split;

import dev.shardline.digest.StableHash;
import java.util.List;
import java.util.stream.IntStream;

/// Gives every group to a split: how many groups of each type a split takes is searched for, which
/// ones follows from a keyed hash of their first samples' ids. Depends on nothing but ids, strata,
/// targets and seed.
public final class GroupSplitter {
  /// Marks a group that nothing assigns to a split.
  public static final byte FREE = AllocationProblem.FREE;

  private final List<SplitTarget> targets;
  private final long seed;

  public GroupSplitter(List<SplitTarget> targets, long seed) {
    this.targets = List.copyOf(targets);
    this.seed = seed;
  }

  /// Splits the groups.
  ///
  /// @param idHashes for each group, [StableHash#of] its first sample's id
  /// @param fixed for each group the index of the split it must be in, or [#FREE]
  /// @param classNames for messages
  /// @return for each group the index of its split
  /// @throws dev.shardline.failure.UsageException if minima or caps cannot be met
  public byte[] split(
      Groups groups, Strata strata, long[] idHashes, byte[] fixed, List<String> classNames) {
    List<SplitTarget> open = targets.stream().filter(SplitTarget::isOpen).toList();
    GroupTypes types = GroupTypes.of(groups, strata);
    byte[] openFixed = openIndices(fixed);
    AllocationProblem problem = new AllocationProblem(open, strata, types, openFixed);
    Feasibility feasibility = new Feasibility(open, problem, classNames);
    feasibility.requireEnoughGroups();
    Allocation allocation = new AllocationSearch(problem, seed).best();
    feasibility.requireNoBreach(allocation);
    byte[] result = fixed.clone();
    assign(result, types, allocation, order(idHashes, fixed));
    return result;
  }

  private byte[] openIndices(byte[] fixed) {
    byte[] index = new byte[targets.size()];
    byte next = 0;
    for (int i = 0; i < index.length; i++) {
      index[i] = targets.get(i).isOpen() ? next++ : AllocationProblem.ELSEWHERE;
    }
    byte[] open = new byte[fixed.length];
    for (int group = 0; group < fixed.length; group++) {
      open[group] = fixed[group] == FREE ? FREE : index[fixed[group]];
    }
    return open;
  }

  private int[] order(long[] idHashes, byte[] fixed) {
    StableHash hash = StableHash.keyed(seed, "split");
    return HashOrder.of(
        idHashes.length, group -> hash.value(idHashes[group]), group -> fixed[group] == FREE);
  }

  /// Gives the groups of every type, in hash order, to the splits in turn.
  private void assign(byte[] result, GroupTypes types, Allocation allocation, int[] order) {
    int[] openSplits =
        IntStream.range(0, targets.size()).filter(i -> targets.get(i).isOpen()).toArray();
    int[] current = new int[types.count()];
    int[] given = new int[types.count()];
    for (int group : order) {
      int type = types.of(group);
      while (given[type] == allocation.taken(type, current[type])) {
        current[type]++;
        given[type] = 0;
      }
      given[type]++;
      result[group] = (byte) openSplits[current[type]];
    }
  }
}
