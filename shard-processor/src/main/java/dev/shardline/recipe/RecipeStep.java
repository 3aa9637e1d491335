package dev.shardline.recipe;

import com.fasterxml.jackson.databind.node.ObjectNode;

/// One place of a recipe.
///
/// @param position from 1; the steps of a `tee` count on from the step before it
/// @param arguments the canonical arguments
/// @param version the factory's version, part of the recipe's digest
/// @param transform what happens here
public record RecipeStep(int position, ObjectNode arguments, String version, Transform transform) {
  public RecipeStep {
    if (position < 1) {
      throw new IllegalArgumentException("Positions begin at 1, got " + position);
    }
    arguments = arguments.deepCopy();
  }

  public String name() {
    return transform.name();
  }

  /// As messages name it: ``step 3 `resize` ``.
  @Override
  public String toString() {
    return "step %d `%s`".formatted(position, name());
  }
}
