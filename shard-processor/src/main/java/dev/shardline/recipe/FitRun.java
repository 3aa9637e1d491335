package dev.shardline.recipe;

import dev.shardline.failure.MalformedDataException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One sample's way to a step that is to be fitted. For one thread, once.
public final class FitRun {
  private final FitTarget target;
  private final Chain chain;

  /// @param timer asked for nothing, only told
  /// @param headroom may collect garbage before a step
  public FitRun(FitTarget target, StepTimer timer, Headroom headroom) {
    this.target = target;
    this.chain = new Chain(timer, headroom);
  }

  /// The items that reach the step; none if all were dropped.
  ///
  /// @throws MalformedDataException if the sample cannot be used; [#failedAt()] tells the step
  public List<Item> run(Item start) throws MalformedDataException {
    List<Item> items = new ArrayList<>();
    chain.pass(target.way(), start, items::add);
    return items;
  }

  /// The step that could not use the sample; empty if none failed.
  public Optional<RecipeStep> failedAt() {
    return chain.failedAt();
  }
}
