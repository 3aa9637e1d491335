package dev.shardline.recipe.signal;

import dev.shardline.data.DataKind;
import dev.shardline.failure.MalformedDataException;
import dev.shardline.failure.Reason;
import dev.shardline.recipe.Footprint;
import dev.shardline.recipe.Item;
import dev.shardline.recipe.MapStep;
import dev.shardline.recipe.Signature;
import dev.shardline.signal.spectrum.Spectrum;

/// A step that makes numbers of a spectrum.
interface SpectrumFeatureStep extends MapStep {
  /// The item with the numbers.
  ///
  /// @throws IllegalArgumentException if the spectrum does not reach as far as is asked
  Item describe(Item item, Spectrum spectrum);

  @Override
  default Signature signature() {
    return Signature.of(DataKind.SPECTRUM, DataKind.TENSOR);
  }

  @Override
  default Footprint footprint(long dataBytes) {
    return Footprint.of(dataBytes, dataBytes, 2 * dataBytes);
  }

  @Override
  default Item map(Item item) throws MalformedDataException {
    Spectrum spectrum = (Spectrum) item.data();
    try {
      return describe(item, spectrum);
    } catch (IllegalArgumentException refused) {
      MalformedDataException malformed =
          new MalformedDataException(
              Reason.WRONG_KIND,
              "spectrum",
              "one that `%s` suits (%s)".formatted(name(), refused.getMessage()),
              spectrum.toString());
      malformed.initCause(refused);
      throw malformed;
    }
  }
}
