package dev.shardline.parts;

import dev.shardline.dataset.PartId;
import dev.shardline.dataset.Split;
import dev.shardline.digest.StableHash;
import dev.shardline.split.Groups;
import dev.shardline.split.HashOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.IntToLongFunction;

/// Cuts a split's samples into parts: samples shuffled by a keyed hash of their ids, duplicate
/// groups whole, parts of nearly equal weight. Depends on ids, sizes, groups and seed only.
public final class PartPlanner {
  private final PartSpec spec;
  private final Groups units;
  private final IntToLongFunction bytes;
  private final int[] order;

  /// @param units which samples must stay in one part
  /// @param bytes a sample's size
  /// @param idHashes for each unit, [StableHash#of] its first sample's id
  public PartPlanner(
      PartSpec spec, Groups units, IntToLongFunction bytes, long[] idHashes, long seed) {
    this.spec = spec;
    this.units = units;
    this.bytes = bytes;
    StableHash hash = StableHash.keyed(seed, "parts");
    this.order = HashOrder.of(idHashes.length, unit -> hash.value(idHashes[unit]), unit -> true);
  }

  /// Plans the parts of one split.
  ///
  /// @param chosen the samples to be dealt out; a unit's samples are all chosen or all not
  /// @param firstNumber the number of the first part
  public List<PlannedPart> plan(Split split, IntPredicate chosen, int firstNumber) {
    Members members = new Members(chosen);
    if (members.units.length == 0) {
      return List.of();
    }
    long total = Arrays.stream(members.bytes).sum();
    int parts = spec.partCount(total, members.units.length);
    int[] partOf = PartBalancer.deal(members.weights(spec.balance()), parts);
    int[] sizes = new int[parts];
    for (int i = 0; i < partOf.length; i++) {
      sizes[partOf[i]] += members.sizes[i];
    }
    int[][] samples = new int[parts][];
    Arrays.setAll(samples, part -> new int[sizes[part]]);
    int[] next = new int[parts];
    for (int i = 0; i < partOf.length; i++) {
      int part = partOf[i];
      members.copy(i, samples[part], next[part]);
      next[part] += members.sizes[i];
    }
    List<PlannedPart> planned = new ArrayList<>();
    for (int part = 0; part < parts; part++) {
      planned.add(new PlannedPart(new PartId(split, firstNumber + part), samples[part]));
    }
    return planned;
  }

  /// The chosen units in hash order, with their samples in id order.
  private final class Members {
    private final int[] units;
    private final int[] sizes;
    private final long[] bytes;
    private final int[] starts;
    private final int[] samples;

    Members(IntPredicate chosen) {
      int[] unitSizes = new int[PartPlanner.this.units.count()];
      int count = 0;
      for (int sample = 0; sample < PartPlanner.this.units.samples(); sample++) {
        if (chosen.test(sample)) {
          unitSizes[PartPlanner.this.units.of(sample)]++;
          count++;
        }
      }
      units = Arrays.stream(order).filter(unit -> unitSizes[unit] > 0).toArray();
      sizes = Arrays.stream(units).map(unit -> unitSizes[unit]).toArray();
      bytes = new long[units.length];
      starts = new int[units.length + 1];
      samples = new int[count];
      int[] next = new int[unitSizes.length];
      for (int i = 0; i < units.length; i++) {
        next[units[i]] = starts[i];
        starts[i + 1] = starts[i] + sizes[i];
      }
      for (int sample = 0; sample < PartPlanner.this.units.samples(); sample++) {
        if (chosen.test(sample)) {
          samples[next[PartPlanner.this.units.of(sample)]++] = sample;
        }
      }
      for (int i = 0; i < units.length; i++) {
        for (int j = starts[i]; j < starts[i + 1]; j++) {
          bytes[i] += PartPlanner.this.bytes.applyAsLong(samples[j]);
        }
      }
    }

    long[] weights(PartSpec.Balance balance) {
      return switch (balance) {
        case BYTES -> bytes;
        case SAMPLES -> Arrays.stream(sizes).asLongStream().toArray();
      };
    }

    void copy(int unit, int[] target, int offset) {
      System.arraycopy(samples, starts[unit], target, offset, sizes[unit]);
    }
  }
}
