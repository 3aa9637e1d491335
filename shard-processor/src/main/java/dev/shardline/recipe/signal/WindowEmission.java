package dev.shardline.recipe.signal;

import dev.shardline.failure.MalformedDataException;
import dev.shardline.recipe.Emitter;
import dev.shardline.recipe.Item;
import dev.shardline.signal.Annotation;
import dev.shardline.signal.Recording;
import dev.shardline.signal.label.ExcludedSpans;
import java.util.Optional;

/// Hands on windows of one recording, numbered from 0 in their order, leaving out those that touch
/// an excluded stretch. Records `window`, `onset-seconds` and `duration-seconds`.
final class WindowEmission {
  private final Item item;
  private final Recording recording;
  private final ExcludedSpans excluded;
  private final Emitter emitter;
  private int next;

  WindowEmission(Item item, ExcludedSpans excluded, Emitter emitter) {
    this.item = item;
    this.recording = RecordingStep.recording(item);
    this.excluded = excluded;
    this.emitter = emitter;
  }

  /// What is made of an item that is a window.
  interface Finish {
    Item finish(Item window);
  }

  /// Hands on the window of `length` time points from `start`, which lies within the recording.
  void emit(int start, int length, Finish finish) throws MalformedDataException {
    double from = recording.rate().secondsAt(start);
    double to = recording.rate().secondsAt(start + length);
    int number = next++;
    Optional<Annotation> reason = excluded.within(recording, from, to);
    if (reason.isPresent()) {
      emitter.drop(
          "excluded-span",
          "window %d from %s s touches '%s'".formatted(number, from, reason.get().text()));
      return;
    }
    emitter.emit(
        finish.finish(
            item.withData(recording.span(start, start + length))
                .withRecorded("window", number)
                .withRecorded("onset-seconds", from)
                .withRecorded("duration-seconds", to - from)));
  }
}
