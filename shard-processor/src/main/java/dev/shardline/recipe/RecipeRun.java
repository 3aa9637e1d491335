package dev.shardline.recipe;

import dev.shardline.failure.MalformedDataException;
import java.util.Optional;

/// One sample's way through a recipe. For one thread, once.
public final class RecipeRun {
  /// Why a sample gave no record.
  ///
  /// @param rule the rule's name
  /// @param detail what the rule saw
  public record Drop(String rule, String detail) {}

  private final Recipe recipe;
  private final RecordSink sink;
  private final Chain chain;
  private long records;

  /// @param timer asked for nothing, only told
  /// @throws IllegalStateException if a step of the recipe has not been fitted
  public RecipeRun(Recipe recipe, RecordSink sink, StepTimer timer) {
    this(recipe, sink, timer, Headroom.UNKEPT);
  }

  /// @param timer asked for nothing, only told
  /// @param headroom may collect garbage before a step
  /// @throws IllegalStateException if a step of the recipe has not been fitted
  public RecipeRun(Recipe recipe, RecordSink sink, StepTimer timer, Headroom headroom) {
    recipe
        .unfitted()
        .ifPresent(step -> {
          throw new IllegalStateException(step + " has not been fitted");
        });
    this.recipe = recipe;
    this.sink = sink;
    this.chain = new Chain(timer, headroom);
  }

  /// Runs the recipe.
  ///
  /// @return empty if at least one record was given to the sink, else why not
  /// @throws MalformedDataException if the sample cannot be used; [#failedAt()] tells the step.
  ///   What the sink was given before is void
  public Optional<Drop> run(Item start) throws MalformedDataException {
    chain.pass(recipe.steps(), start, this::teed);
    if (records > 0) {
      return Optional.empty();
    }
    return chain
        .firstDrop()
        .or(() -> Optional.of(new Drop("no-records", "the recipe gave no record")));
  }

  /// The step that could not use the sample; empty if none failed.
  public Optional<RecipeStep> failedAt() {
    return chain.failedAt();
  }

  private void teed(Item item) throws MalformedDataException {
    for (String output : recipe.outputs()) {
      chain.pass(
          recipe.branch(output),
          item,
          last -> {
            records++;
            sink.accept(output, last);
          });
    }
  }
}
