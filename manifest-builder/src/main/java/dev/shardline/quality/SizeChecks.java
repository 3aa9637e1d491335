package dev.shardline.quality;

import dev.shardline.grouping.SampleTable;
import java.util.stream.IntStream;

/// What the listing alone says of samples: empty objects, sizes far from all others.
record SizeChecks(SampleTable samples, Reports reports) {
  void run() {
    int[] empty = IntStream.range(0, samples.size()).filter(this::hasEmptyObject).toArray();
    reports.of(
        QualityCheck.EMPTY_OBJECT,
        empty,
        "%,d samples have an object without bytes; they will be quarantined"
            .formatted(empty.length));
    Outliers outliers = Outliers.of(samples.size(), samples::bytes);
    reports.of(
        QualityCheck.SIZE_OUTLIER,
        outliers.places(),
        "%,d samples have a size far from the usual %s bytes"
            .formatted(outliers.places().length, outliers.usual()));
  }

  private boolean hasEmptyObject(int sample) {
    for (int index = 0; index < samples.objectCount(sample); index++) {
      if (samples.objects().bytes().value(samples.objectRow(sample, index)) == 0) {
        return true;
      }
    }
    return false;
  }
}
