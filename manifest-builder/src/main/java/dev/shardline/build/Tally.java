package dev.shardline.build;

import dev.shardline.grouping.SampleTable;
import dev.shardline.manifest.Counts;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/// Counts what is in each of several places, splits or parts, in one pass over all samples.
final class Tally {
  private final long[] samples;
  private final long[] objects;
  private final long[] bytes;

  private Tally(int places) {
    samples = new long[places];
    objects = new long[places];
    bytes = new long[places];
  }

  /// What is in each place.
  ///
  /// @param places how many there are
  /// @param placeOf for each sample the number of its place
  static List<Counts> of(SampleTable table, int places, IntUnaryOperator placeOf) {
    Tally tally = new Tally(places);
    for (int sample = 0; sample < table.size(); sample++) {
      int place = placeOf.applyAsInt(sample);
      tally.samples[place]++;
      tally.objects[place] += table.objectCount(sample);
      tally.bytes[place] += table.bytes(sample);
    }
    return IntStream.range(0, places).mapToObj(tally::counts).toList();
  }

  private Counts counts(int place) {
    return new Counts(samples[place], objects[place], bytes[place]);
  }
}
