package dev.shardline.quality;

import dev.shardline.labelling.Labelled;
import java.util.ArrayList;
import java.util.List;

/// Classes that are tiny, or of very different sizes.
record ClassChecks(Labelled labelled, Reports reports) {
  private static final int TINY = 10;
  private static final int IMBALANCED = 10;

  void run() {
    int[] counts = new int[labelled.encoding().names().size()];
    for (int sample = 0; sample < labelled.samples().size(); sample++) {
      counts[labelled.classes().at(sample)]++;
    }
    List<String> tiny = new ArrayList<>();
    int smallest = -1;
    int largest = -1;
    for (int index = 0; index < counts.length; index++) {
      if (counts[index] > 0) {
        smallest = smallest < 0 || counts[index] < counts[smallest] ? index : smallest;
        largest = largest < 0 || counts[index] > counts[largest] ? index : largest;
        if (counts[index] < TINY) {
          tiny.add(name(index));
        }
      }
    }
    if (!tiny.isEmpty()) {
      reports.add(
          QualityCheck.TINY_CLASS,
          tiny.size(),
          "%d classes have fewer than %d samples".formatted(tiny.size(), TINY),
          tiny);
    }
    if (largest >= 0 && counts[largest] > (long) IMBALANCED * counts[smallest]) {
      reports.add(
          QualityCheck.CLASS_IMBALANCE,
          2,
          "class \"%s\" has %,d samples, class \"%s\" only %,d"
              .formatted(name(largest), counts[largest], name(smallest), counts[smallest]),
          List.of());
    }
  }

  private String name(int index) {
    return labelled.encoding().names().get(index);
  }
}
