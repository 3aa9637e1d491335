package dev.shardline.recipe;

import dev.shardline.dataset.ClassLabel;
import dev.shardline.dataset.Sample;
import dev.shardline.dataset.Split;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// What steps may know of the sample they work on. Nothing of where it is stored, so that the same
/// data gives the same records from every store.
///
/// @param attributes further columns of the catalog, in its order
/// @param seed the recipe's seed
public record SampleFacts(
    String id,
    String subject,
    ClassLabel label,
    Split split,
    Map<String, String> attributes,
    long seed) {
  public SampleFacts {
    attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
  }

  /// The facts of `sample`, which lies in `split`.
  public static SampleFacts of(Sample sample, Split split, long seed) {
    return new SampleFacts(
        sample.id(), sample.subject(), sample.label(), split, sample.attributes(), seed);
  }

  /// The same facts under another label: that of a window of the sample.
  public SampleFacts withLabel(ClassLabel newLabel) {
    return new SampleFacts(id, subject, newLabel, split, attributes, seed);
  }
}
