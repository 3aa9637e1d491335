package dev.shardline.recipe;

import java.util.List;

/// Adds up what a recipe's steps need for one sample.
final class RecipeFootprint {
  /// A record's files, headers and padding beside its tensors.
  private static final long RECORD_OVERHEAD = 8192;

  private RecipeFootprint() {}

  /// @param given the item that arrived here
  /// @param items how many of them one sample gives
  /// @param heldBytes what earlier steps keep alive meanwhile
  /// @param peakBytes the most that was alive so far
  private record Reached(Foreseen given, long items, long heldBytes, long peakBytes) {
    long givenBytes() {
      return given.bytes();
    }
  }

  static MemoryNeed need(Recipe recipe, Footprint ofSource) {
    Reached common =
        follow(
            recipe.steps().subList(1, recipe.steps().size()),
            new Reached(ofSource.given(), ofSource.items(), 0, ofSource.peakBytes()));
    long encoded = 0;
    boolean alone = recipe.outputs().size() == 1;
    long steps = common.peakBytes();
    long ends = 0;
    for (String output : recipe.outputs()) {
      Reached end = follow(recipe.branch(output), held(common, recipe.outputs().size() > 1));
      long encodedRecord = Footprint.sum(end.givenBytes(), RECORD_OVERHEAD);
      alone &= !recipe.emitsMany(output);
      encoded = Footprint.sum(encoded, Footprint.product(encodedRecord, end.items()));
      steps = Math.max(steps, end.peakBytes());
      ends = Math.max(ends, Footprint.sum(end.heldBytes(), end.givenBytes()));
    }
    // A record alone is encoded behind all steps; of several, some wait while others are made.
    long besideSteps = alone ? 0 : encoded;
    return new MemoryNeed(
        Math.max(Footprint.sum(steps, besideSteps), Footprint.sum(ends, encoded)), encoded);
  }

  /// The most memory a sample needs on its way through `steps`, where all items are kept that come
  /// out at the end.
  ///
  /// @param steps the first one is the source
  static long peakBytes(List<RecipeStep> steps, Footprint ofSource) {
    Reached end =
        follow(
            steps.subList(1, steps.size()),
            new Reached(ofSource.given(), ofSource.items(), 0, ofSource.peakBytes()));
    return Footprint.sum(end.peakBytes(), Footprint.product(end.givenBytes(), end.items()));
  }

  private static Reached held(Reached reached, boolean whileOthersFollow) {
    return whileOthersFollow
        ? new Reached(
            reached.given(),
            reached.items(),
            Footprint.sum(reached.heldBytes(), reached.givenBytes()),
            reached.peakBytes())
        : reached;
  }

  private static Reached follow(List<RecipeStep> steps, Reached start) {
    Reached reached = start;
    for (RecipeStep step : steps) {
      Footprint footprint = step.transform().footprint(reached.given());
      long peak =
          Math.max(reached.peakBytes(), Footprint.sum(reached.heldBytes(), footprint.peakBytes()));
      boolean many = step.transform().signature().multiplicity() == Signature.Multiplicity.MANY;
      long held =
          many ? Footprint.sum(reached.heldBytes(), reached.givenBytes()) : reached.heldBytes();
      long items = Footprint.product(reached.items(), footprint.items());
      reached = new Reached(footprint.given(), items, held, peak);
    }
    return reached;
  }
}
