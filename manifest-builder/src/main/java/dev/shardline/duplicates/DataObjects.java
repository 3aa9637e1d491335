package dev.shardline.duplicates;

import dev.shardline.column.TextColumn;
import dev.shardline.grouping.SampleTable;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/// Which of a sample's objects are its data: the largest one and all with the same file extension.
/// A sidecar or a header may differ between copies, or be the same for different samples.
final class DataObjects {
  private final SampleTable samples;

  DataObjects(SampleTable samples) {
    this.samples = samples;
  }

  /// The rows of a sample's data, by size and then in the sample's order.
  int[] rows(int sample) {
    int count = samples.objectCount(sample);
    if (count == 1) {
      return new int[] {samples.objectRow(sample, 0)};
    }
    int largest = samples.objectRow(sample, 0);
    for (int i = 1; i < count; i++) {
      int row = samples.objectRow(sample, i);
      if (bytes(row) > bytes(largest)) {
        largest = row;
      }
    }
    String extension = extension(largest);
    return IntStream.range(0, count)
        .map(i -> samples.objectRow(sample, i))
        .filter(row -> extension(row).equals(extension))
        .boxed()
        .sorted(Comparator.comparingLong(this::bytes))
        .mapToInt(row -> row)
        .toArray();
  }

  /// The size of a sample's data.
  long bytes(int[] rows) {
    return Arrays.stream(rows).mapToLong(this::bytes).sum();
  }

  private long bytes(int row) {
    return samples.objects().bytes().value(row);
  }

  private String extension(int row) {
    TextColumn ids = samples.objects().ids();
    String id = ids.text(row);
    int dot = id.lastIndexOf('.');
    return dot > id.lastIndexOf('/') ? id.substring(dot) : "";
  }
}
