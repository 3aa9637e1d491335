package dev.shardline.recipe.signal;

import dev.shardline.data.DataKind;
import dev.shardline.failure.MalformedDataException;
import dev.shardline.recipe.Footprint;
import dev.shardline.recipe.Item;
import dev.shardline.recipe.MapStep;
import dev.shardline.recipe.Signature;
import dev.shardline.signal.Recording;
import dev.shardline.signal.spectrum.Spectrum;

/// A step that estimates the spectrum of a recording.
interface SpectrumStep extends MapStep {
  /// The spectrum.
  ///
  /// @throws IllegalArgumentException if the recording does not suit the estimator
  Spectrum estimate(Recording recording);

  @Override
  default Signature signature() {
    return Signature.of(DataKind.RECORDING, DataKind.SPECTRUM);
  }

  /// A spectrum is never larger than its recording in double precision.
  @Override
  default Footprint footprint(long dataBytes) {
    return Footprint.of(dataBytes, 2 * dataBytes, 4 * dataBytes);
  }

  @Override
  default Item map(Item item) throws MalformedDataException {
    Recording recording = RecordingStep.recording(item);
    return item.withData(RecordingStep.suited(name(), recording, () -> estimate(recording)));
  }
}
