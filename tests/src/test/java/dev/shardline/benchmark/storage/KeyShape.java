package dev.shardline.benchmark.storage;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/// How keys of a bucket may look.
enum KeyShape {
  CLASSES(i ->
      List.of("glioma", "meningioma", "notumor", "pituitary").get(i % 4)
          + "/Te-%07d.jpg".formatted(i / 4)),
  SUBJECTS(i -> "sub-%05d/ses-%d/slice_%03d.png".formatted(i / 400, i / 200 % 2, i % 200)),
  NUMBERS("recording-%d.edf"::formatted);

  @SuppressWarnings("ImmutableEnumChecker") // the functions keep nothing
  private final IntFunction<String> key;

  KeyShape(IntFunction<String> key) {
    this.key = key;
  }

  /// The first `count` keys, below `prefix`.
  List<String> keys(String prefix, int count) {
    return IntStream.range(0, count).mapToObj(i -> prefix + key.apply(i)).toList();
  }
}
