package dev.shardline.flow;

import dev.shardline.failure.MalformedDataException;
import dev.shardline.recipe.FitTarget;
import dev.shardline.recipe.Footprint;
import dev.shardline.recipe.Recipe;
import dev.shardline.recipe.SourceHead;
import dev.shardline.recipe.SourceStep;
import java.util.function.ToLongFunction;

/// Tells from a sample's header how much memory the sample needs on its way.
///
/// @param decoder looks at the header
/// @param peakBytes the most that is alive at once, given what decoding needs and gives
public record SampleNeed(SourceStep decoder, ToLongFunction<Footprint> peakBytes) {
  /// The need of samples that pass a whole recipe.
  public static SampleNeed of(Recipe recipe) {
    return new SampleNeed(recipe.source(), recipe::peakBytes);
  }

  /// The need of samples that pass a recipe up to a step that is to be fitted.
  public static SampleNeed of(FitTarget target) {
    return new SampleNeed(target.source(), target::peakBytes);
  }

  /// @throws MalformedDataException if the header already shows that the sample cannot be used
  long bytes(SourceHead head) throws MalformedDataException {
    return peakBytes.applyAsLong(decoder.predict(head));
  }
}
