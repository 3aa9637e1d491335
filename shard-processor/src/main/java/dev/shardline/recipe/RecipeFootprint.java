package dev.shardline.recipe;

import java.util.List;

/// Adds up what a recipe's steps need.
final class RecipeFootprint {
  private RecipeFootprint() {}

  static long peakBytes(Recipe recipe, Footprint ofSource) {
    Reached common =
        follow(
            recipe.steps().subList(1, recipe.steps().size()),
            new Reached(ofSource.givenBytes(), 0, ofSource.peakBytes()));
    boolean tee = recipe.outputs().size() > 1;
    Reached start =
        tee ? new Reached(common.givenBytes(), common.givenBytes(), common.peakBytes()) : common;
    return recipe.outputs().stream()
        .mapToLong(output -> follow(recipe.branch(output), start).peakBytes())
        .max()
        .orElse(common.peakBytes());
  }

  /// @param givenBytes size of the item that arrived here
  /// @param heldBytes what earlier steps keep alive meanwhile
  /// @param peakBytes the most that was alive so far
  private record Reached(long givenBytes, long heldBytes, long peakBytes) {}

  private static Reached follow(List<RecipeStep> steps, Reached start) {
    Reached reached = start;
    for (RecipeStep step : steps) {
      Footprint footprint = step.transform().footprint(reached.givenBytes());
      long peak = Math.max(reached.peakBytes(), sum(reached.heldBytes(), footprint.peakBytes()));
      boolean many = step.transform().signature().multiplicity() == Signature.Multiplicity.MANY;
      long held = many ? sum(reached.heldBytes(), reached.givenBytes()) : reached.heldBytes();
      reached = new Reached(footprint.givenBytes(), held, peak);
    }
    return reached;
  }

  private static long sum(long left, long right) {
    long sum = left + right;
    return sum < 0 ? Long.MAX_VALUE : sum;
  }
}
