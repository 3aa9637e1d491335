package dev.shardline.recipe;

/// Is told how long each step took, without the steps after it. Called by many threads.
public interface StepTimer {
  /// Keeps nothing.
  StepTimer NONE = (step, nanos) -> {};

  void ran(RecipeStep step, long nanos);
}
