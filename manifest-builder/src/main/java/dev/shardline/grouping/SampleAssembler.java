package dev.shardline.grouping;

import dev.shardline.listing.ObjectTable;
import java.util.Arrays;

/// Makes a table of samples from what each object belongs to.
final class SampleAssembler {
  /// Stands for the head of an object that is in no sample.
  static final int NOWHERE = -1;

  private SampleAssembler() {}

  /// Objects with one head are a sample: the head first, then the others in id order.
  ///
  /// @param headOf for each row the row of its sample's head, or [#NOWHERE]; a head's head is
  ///   itself
  static SampleTable assemble(ObjectTable objects, int[] headOf) {
    int[] sampleOfHead = new int[headOf.length];
    int samples = 0;
    for (int row = 0; row < headOf.length; row++) {
      if (headOf[row] == row) {
        sampleOfHead[row] = samples++;
      }
    }
    if (samples == headOf.length) {
      return SampleTable.ofSingleObjects(objects);
    }
    int[] starts = new int[samples + 1];
    for (int head : headOf) {
      if (head != NOWHERE) {
        starts[sampleOfHead[head] + 1]++;
      }
    }
    for (int sample = 0; sample < samples; sample++) {
      starts[sample + 1] += starts[sample];
    }
    return SampleTable.of(objects, starts, rows(headOf, sampleOfHead, starts));
  }

  private static int[] rows(int[] headOf, int[] sampleOfHead, int[] starts) {
    int[] next = Arrays.copyOf(starts, starts.length - 1);
    int[] rows = new int[starts[starts.length - 1]];
    for (int row = 0; row < headOf.length; row++) {
      if (headOf[row] == row) {
        rows[next[sampleOfHead[row]]++] = row;
      }
    }
    for (int row = 0; row < headOf.length; row++) {
      if (headOf[row] != row && headOf[row] != NOWHERE) {
        rows[next[sampleOfHead[headOf[row]]]++] = row;
      }
    }
    return rows;
  }
}
