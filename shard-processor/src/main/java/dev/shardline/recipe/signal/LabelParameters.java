package dev.shardline.recipe.signal;

import dev.shardline.failure.MalformedDataException;
import dev.shardline.failure.Reason;
import dev.shardline.failure.UsageException;
import dev.shardline.recipe.Arguments;
import dev.shardline.recipe.Item;
import dev.shardline.recipe.Parameter;
import dev.shardline.recipe.ParameterType;
import dev.shardline.signal.Recording;
import dev.shardline.signal.label.ExcludedSpans;
import dev.shardline.signal.label.LabelMap;
import java.util.List;
import java.util.SortedMap;

/// The parameters by which steps are told what annotations mean.
final class LabelParameters {
  /// What becomes of annotations that no class is known for.
  enum Unmapped {
    /// They are passed over, and reported as `unmapped`.
    IGNORE,
    /// The recording is refused.
    REFUSE
  }

  private static final int MOST_CLASSES = 100_000;

  static final Parameter<SortedMap<String, String>> LABELS =
      Parameter.required(
          "labels",
          ParameterType.map(ParameterType.text()),
          "the class of each annotation's text: {T1: left, T2: right}");
  static final Parameter<List<String>> CLASSES =
      Parameter.of(
          "classes",
          ParameterType.list(ParameterType.text(), 0, MOST_CLASSES),
          List.of(),
          "all classes, numbered from 0 in this order; empty for those of `labels`, sorted");
  static final Parameter<Unmapped> UNMAPPED =
      Parameter.of(
          "unmapped",
          ParameterType.choice(Unmapped.class),
          Unmapped.IGNORE,
          "what becomes of annotations that `labels` does not name");

  private LabelParameters() {}

  static LabelMap map(String step, Arguments arguments) {
    try {
      return LabelMap.of(arguments.value(LABELS), arguments.value(CLASSES));
    } catch (IllegalArgumentException unusable) {
      throw new UsageException("`%s`: %s".formatted(step, unusable.getMessage()), unusable);
    }
  }

  /// The item with what was not mapped recorded as `unmapped`, if there is any.
  ///
  /// @throws MalformedDataException if there is and that is refused
  static Item report(Item item, LabelMap map, ExcludedSpans excluded, Unmapped policy)
      throws MalformedDataException {
    Recording recording = RecordingStep.recording(item);
    List<String> unmapped = map.unmapped(recording.annotations(), excluded);
    if (!unmapped.isEmpty() && policy == Unmapped.REFUSE) {
      throw new MalformedDataException(
          Reason.WRONG_KIND, "annotations", "texts among " + map.names().keySet(), unmapped + "");
    }
    return unmapped.isEmpty() ? item : item.withRecorded("unmapped", unmapped);
  }
}
