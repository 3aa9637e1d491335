package dev.shardline.parts;

import dev.shardline.dataset.PartId;
import dev.shardline.dataset.Split;
import dev.shardline.digest.StableHash;
import dev.shardline.split.Groups;
import dev.shardline.split.HashOrder;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToLongFunction;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/// Cuts splits' samples into parts: samples shuffled by a keyed hash of their ids, duplicate groups
/// whole, parts of nearly equal weight. Depends on ids, sizes, groups and seed only.
public final class PartPlanner {
  private final PartSpec spec;
  private final IntToLongFunction bytes;
  private final UnitMembers members;
  private final int[][] unitsOf;

  /// @param units which samples must stay in one part
  /// @param bytes a sample's size
  /// @param idHashes for each unit, [StableHash#of] its first sample's id
  /// @param splits how many splits there are
  /// @param splitOf the number of a sample's split, negative for a sample that is not to be dealt
  ///   out; the same for all samples of a unit that are
  public PartPlanner(
      PartSpec spec,
      Groups units,
      IntToLongFunction bytes,
      long[] idHashes,
      long seed,
      int splits,
      IntUnaryOperator splitOf) {
    this.spec = spec;
    this.bytes = bytes;
    this.members = new UnitMembers(units, splitOf);
    StableHash hash = StableHash.keyed(seed, "parts");
    this.unitsOf =
        bySplit(
            splits,
            HashOrder.of(
                idHashes.length,
                unit -> hash.value(idHashes[unit]),
                unit -> members.split(unit) >= 0));
  }

  /// The units of each split, in the order given.
  private int[][] bySplit(int splits, int[] order) {
    int[] counts = new int[splits];
    for (int unit : order) {
      counts[members.split(unit)]++;
    }
    int[][] units = IntStream.of(counts).mapToObj(int[]::new).toArray(int[][]::new);
    int[] next = new int[splits];
    for (int unit : order) {
      int split = members.split(unit);
      units[split][next[split]++] = unit;
    }
    return units;
  }

  /// Plans the parts of one split.
  ///
  /// @param number of the split
  /// @param firstNumber the number of the first part
  public List<PlannedPart> plan(Split split, int number, int firstNumber) {
    int[] units = unitsOf[number];
    if (units.length == 0) {
      return List.of();
    }
    long[] unitBytes = bytes(units);
    int parts = spec.partCount(Arrays.stream(unitBytes).sum(), units.length);
    int[][] samples = samples(units, PartBalancer.deal(weights(units, unitBytes), parts), parts);
    return IntStream.range(0, parts)
        .mapToObj(part -> new PlannedPart(new PartId(split, firstNumber + part), samples[part]))
        .toList();
  }

  private long[] bytes(int[] units) {
    long[] result = new long[units.length];
    for (int i = 0; i < units.length; i++) {
      for (int j = 0; j < members.count(units[i]); j++) {
        result[i] += bytes.applyAsLong(members.sample(units[i], j));
      }
    }
    return result;
  }

  private long[] weights(int[] units, long[] unitBytes) {
    return switch (spec.balance()) {
      case BYTES -> unitBytes;
      case SAMPLES -> Arrays.stream(units).mapToLong(members::count).toArray();
    };
  }

  /// The samples of each part.
  ///
  /// @param partOf for each of the units its part
  private int[][] samples(int[] units, int[] partOf, int parts) {
    int[] sizes = new int[parts];
    for (int i = 0; i < units.length; i++) {
      sizes[partOf[i]] += members.count(units[i]);
    }
    int[][] samples = IntStream.of(sizes).mapToObj(int[]::new).toArray(int[][]::new);
    int[] next = new int[parts];
    for (int i = 0; i < units.length; i++) {
      int part = partOf[i];
      for (int j = 0; j < members.count(units[i]); j++) {
        samples[part][next[part]++] = members.sample(units[i], j);
      }
    }
    return samples;
  }
}
