package dev.shardline.flow;

import dev.shardline.failure.MalformedDataException;
import dev.shardline.recipe.FitTarget;
import dev.shardline.recipe.Footprint;
import dev.shardline.recipe.Recipe;
import dev.shardline.recipe.SourceHead;
import dev.shardline.recipe.SourceStep;
import dev.shardline.recipe.StoredNeed;
import dev.shardline.recipe.StoredSource;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/// Tells from a sample's header how much memory the sample needs on its way.
///
/// @param decoder looks at the header
/// @param peakBytes the most that is alive at once, given what decoding needs and gives
/// @param stored the same where what is decoded goes to disk
public record SampleNeed(
    SourceStep decoder,
    ToLongFunction<Footprint> peakBytes,
    Function<StoredSource, StoredNeed> stored) {
  /// The need of samples that pass a whole recipe.
  public static SampleNeed of(Recipe recipe) {
    return new SampleNeed(recipe.source(), recipe::peakBytes, recipe::storedNeed);
  }

  /// The need of samples that pass a recipe up to a step that is to be fitted.
  public static SampleNeed of(FitTarget target) {
    return new SampleNeed(target.source(), target::peakBytes, target::storedNeed);
  }

  /// @throws MalformedDataException if the header already shows that the sample cannot be used
  long bytes(SourceHead head) throws MalformedDataException {
    return peakBytes.applyAsLong(decoder.predict(head));
  }

  /// The need where what is decoded goes to disk; empty if the decoder cannot do that.
  ///
  /// @throws MalformedDataException if the header already shows that the sample cannot be used
  Optional<StoredNeed> stored(SourceHead head) throws MalformedDataException {
    return decoder.predictStored(head).map(stored);
  }
}
