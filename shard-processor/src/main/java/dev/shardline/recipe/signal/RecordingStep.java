package dev.shardline.recipe.signal;

import dev.shardline.data.DataKind;
import dev.shardline.failure.MalformedDataException;
import dev.shardline.failure.Reason;
import dev.shardline.recipe.Footprint;
import dev.shardline.recipe.Item;
import dev.shardline.recipe.MapStep;
import dev.shardline.recipe.Signature;
import dev.shardline.recipe.StoredData;
import dev.shardline.recipe.StoredFootprint;
import dev.shardline.signal.Recording;
import java.util.Optional;

/// A step that makes a recording of a recording.
interface RecordingStep extends MapStep {
  /// The new recording.
  ///
  /// @throws MalformedDataException if the recording cannot be used
  /// @throws IllegalArgumentException if the recording does not suit a kernel: too short, or too
  ///   slow a rate; quarantines the sample
  Recording apply(Recording recording) throws MalformedDataException;

  @Override
  default Signature signature() {
    return Signature.keeping(DataKind.RECORDING);
  }

  /// A changed copy, and rows in double precision on the way.
  @Override
  default Footprint footprint(long dataBytes) {
    return Footprint.of(dataBytes, dataBytes, dataBytes);
  }

  /// One row after another, with its copies in double precision; blocks of columns take less.
  @Override
  default Optional<StoredFootprint> storedFootprint(StoredData taken) {
    return Optional.of(StoredFootprint.rowByRow(taken, 4));
  }

  @Override
  default Item map(Item item) throws MalformedDataException {
    Recording recording = recording(item);
    return item.withData(suited(name(), recording, () -> apply(recording)));
  }

  /// The recording that the recipe's check made sure of.
  static Recording recording(Item item) {
    return (Recording) item.data();
  }

  /// Work on a recording that may turn out not to suit it.
  interface Work<T> {
    T run() throws MalformedDataException;
  }

  /// What comes of the work; a recording that does not suit it is the recording's fault.
  static <T> T suited(String step, Recording recording, Work<T> work)
      throws MalformedDataException {
    try {
      return work.run();
    } catch (IllegalArgumentException refused) {
      MalformedDataException malformed =
          new MalformedDataException(
              Reason.WRONG_KIND,
              "recording",
              "one that `%s` suits (%s)".formatted(step, refused.getMessage()),
              recording.toString());
      malformed.initCause(refused);
      throw malformed;
    }
  }
}
