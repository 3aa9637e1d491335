package dev.shardline.recipe;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shardline.digest.CanonicalJson;
import dev.shardline.digest.Digest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One place of a recipe.
///
/// @param position from 1; the steps of a `tee` count on from the step before it
/// @param arguments the canonical arguments
/// @param version the factory's version, part of the recipe's digest
/// @param transform what happens here
/// @param learntOrNull digest of what the step was fitted with; null for a step that learns nothing
///   or has yet to
public record RecipeStep(
    int position,
    ObjectNode arguments,
    String version,
    Transform transform,
    @Nullable Digest learntOrNull) {
  public RecipeStep {
    if (position < 1) {
      throw new IllegalArgumentException("Positions begin at 1, got " + position);
    }
    arguments = arguments.deepCopy();
  }

  /// A step as the recipe was written.
  public RecipeStep(int position, ObjectNode arguments, String version, Transform transform) {
    this(position, arguments, version, transform, null);
  }

  /// The same place with the step that was fitted.
  ///
  /// @param learnt digest of what it was fitted with
  RecipeStep fitted(Step step, Digest learnt) {
    return new RecipeStep(position, arguments, version, step, learnt);
  }

  public String name() {
    return transform.name();
  }

  /// What it was fitted with.
  public Optional<Digest> learnt() {
    return Optional.ofNullable(learntOrNull);
  }

  /// The canonical form: the same for the same step however it was written.
  ObjectNode canonical() {
    ObjectNode node = CanonicalJson.object().put("step", name());
    if (!version.isEmpty()) {
      node.put("version", version);
    }
    learnt().ifPresent(digest -> node.put("learnt", digest.hex()));
    node.set("arguments", arguments);
    return node;
  }

  /// As messages name it: ``step 3 `resize` ``.
  @Override
  public String toString() {
    return "step %d `%s`".formatted(position, name());
  }
}
