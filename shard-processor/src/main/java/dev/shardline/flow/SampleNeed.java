package dev.shardline.flow;

import dev.shardline.failure.MalformedDataException;
import dev.shardline.failure.Reason;
import dev.shardline.recipe.FitTarget;
import dev.shardline.recipe.Footprint;
import dev.shardline.recipe.MapStep;
import dev.shardline.recipe.MemoryNeed;
import dev.shardline.recipe.Recipe;
import dev.shardline.recipe.SourceHead;
import dev.shardline.recipe.SourceStep;
import dev.shardline.recipe.StoredNeed;
import dev.shardline.recipe.StoredSource;
import java.util.Optional;
import java.util.function.Function;

/// Tells from a sample's header how much memory the sample needs on its way.
///
/// @param decoder looks at the header
/// @param recipe what the way from there needs, given what decoding needs and gives
/// @param stored the same where what is decoded goes to disk
public record SampleNeed(
    SourceStep decoder,
    Function<Footprint, MemoryNeed> recipe,
    Function<StoredSource, StoredNeed> stored) {
  /// The need of samples that pass a whole recipe.
  public static SampleNeed of(Recipe recipe) {
    return new SampleNeed(recipe.source(), recipe::memoryNeed, recipe::storedNeed);
  }

  /// The need of samples that pass a recipe up to a step that is to be fitted.
  public static SampleNeed of(FitTarget target) {
    return new SampleNeed(target.source(), target::memoryNeed, target::storedNeed);
  }

  /// The need of a sample that is read whole.
  ///
  /// @throws UnusableSampleException if the header already shows that the sample cannot be used
  SampleMemory inMemory(SourceHead head) throws UnusableSampleException {
    Footprint decoding = judged(() -> decoder.predict(head));
    MemoryNeed need = judged(() -> recipe.apply(decoding));
    long waiting = Math.max(head.bytes(), need.resultBytes());
    // What hands on while it decodes keeps its objects for as long as the recipe takes.
    long kept = decoder instanceof MapStep ? 0 : head.bytes();
    return new SampleMemory(
        waiting,
        Math.max(waiting, Footprint.sum(kept, need.peakBytes())),
        Math.max(0, decoding.peakBytes() - head.bytes()));
  }

  /// The need where what is decoded goes to disk; empty if the decoder cannot do that.
  ///
  /// @throws UnusableSampleException if the header already shows that the sample cannot be used
  Optional<StoredNeed> onDisk(SourceHead head) throws UnusableSampleException {
    return judged(() -> decoder.predictStored(head).map(stored));
  }

  private interface Judgement<T> {
    T make() throws MalformedDataException;
  }

  private <T> T judged(Judgement<T> judgement) throws UnusableSampleException {
    try {
      return judgement.make();
    } catch (MalformedDataException e) {
      throw UnusableSampleException.of(e);
    } catch (RuntimeException e) {
      throw new UnusableSampleException(
          Reason.STEP_FAILED, decoder.name() + " cannot judge the header: " + e);
    }
  }
}
