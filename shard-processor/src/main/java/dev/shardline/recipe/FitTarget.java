package dev.shardline.recipe;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shardline.digest.CanonicalJson;
import dev.shardline.digest.Digest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The first step of a recipe that has yet to be fitted, and the steps that samples pass on their
/// way to it. Immutable.
public final class FitTarget {
  private final Recipe recipe;
  private final String output;
  private final int index;
  private final RecipeStep step;
  private final Estimator<?> estimator;
  private final List<RecipeStep> way;

  private FitTarget(
      Recipe recipe, String output, int index, RecipeStep step, Estimator<?> estimator) {
    this.recipe = recipe;
    this.output = output;
    this.index = index;
    this.step = step;
    this.estimator = estimator;
    this.way = new ArrayList<>(recipe.steps());
    if (output.equals(Recipe.MAIN)) {
      way.subList(index, way.size()).clear();
    } else {
      way.addAll(recipe.branch(output).subList(0, index));
    }
  }

  /// The first one in order of execution; empty if every step is ready to run.
  public static Optional<FitTarget> of(Recipe recipe) {
    Optional<FitTarget> target = find(recipe, Recipe.MAIN, recipe.steps());
    for (String output : recipe.outputs()) {
      target = target.or(() -> find(recipe, output, recipe.branch(output)));
    }
    return target;
  }

  private static Optional<FitTarget> find(Recipe recipe, String output, List<RecipeStep> steps) {
    for (int i = 0; i < steps.size(); i++) {
      if (steps.get(i).transform() instanceof Estimator<?> estimator) {
        return Optional.of(new FitTarget(recipe, output, i, steps.get(i), estimator));
      }
    }
    return Optional.empty();
  }

  /// What is to be fitted.
  public RecipeStep step() {
    return step;
  }

  /// Its place as files name it: `3:z-score`, in an output's branch `small/3:z-score`.
  public String place() {
    String place = step.position() + ":" + step.name();
    return output.equals(Recipe.MAIN) ? place : output + "/" + place;
  }

  /// Digest of everything that decides what the step is shown: the recipe's seed, the steps before
  /// it and what those were fitted with, and the step itself. What comes later in the recipe is no
  /// part of it.
  public Digest digest() {
    ObjectNode node = CanonicalJson.object().put("seed", recipe.seed());
    ArrayNode steps = node.putArray("steps");
    way.forEach(before -> steps.add(before.canonical()));
    steps.add(step.canonical());
    return CanonicalJson.digestOf(node);
  }

  /// The recipe's first step.
  public SourceStep source() {
    return recipe.source();
  }

  /// The seed of the recipe's random steps.
  public long seed() {
    return recipe.seed();
  }

  /// The steps before it, all ready to run.
  List<RecipeStep> way() {
    return way;
  }

  /// The most memory a sample needs on its way, all its items kept until they have been learnt.
  public MemoryNeed memoryNeed(Footprint ofSource) {
    return new MemoryNeed(RecipeFootprint.peakBytes(way, ofSource), 0);
  }

  /// The same where the decoded data lies in a scratch file.
  public StoredNeed storedNeed(StoredSource source) {
    return StoredNeed.ofWay(way, source);
  }

  /// Begins to learn.
  public Learning<?> learning() {
    return Learning.of(estimator);
  }

  /// The recipe with this step fitted.
  ///
  /// @param learnt digest of what it was fitted with
  public Recipe fitted(Step ready, Digest learnt) {
    return recipe.with(output, index, step.fitted(ready, learnt));
  }
}
