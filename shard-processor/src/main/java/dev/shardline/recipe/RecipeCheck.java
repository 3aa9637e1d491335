package dev.shardline.recipe;

import dev.shardline.data.DataKind;
import dev.shardline.failure.UsageException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Checks that the steps of a recipe fit together, before anything is read.
final class RecipeCheck {
  private RecipeCheck() {}

  /// @return the first step
  /// @throws UsageException naming the first step that does not fit
  static SourceStep check(List<RecipeStep> steps, SortedMap<String, List<RecipeStep>> outputs) {
    if (steps.isEmpty()) {
      throw new UsageException("The recipe has no steps; it begins with one that decodes");
    }
    if (outputs.isEmpty()) {
      throw new UsageException("`tee` has no outputs; name at least one");
    }
    RecipeStep first = steps.getFirst();
    if (!(first.transform() instanceof SourceStep source)) {
      throw new UsageException(
          "The recipe begins with `%s`, which does not decode; begin with a step that reads the samples' bytes"
              .formatted(first.name()));
    }
    Place common = follow(steps, new Place("the source", DataKind.BYTES, null));
    for (Map.Entry<String, List<RecipeStep>> output : outputs.entrySet()) {
      Place end = follow(output.getValue(), common);
      if (end.kind() != DataKind.TENSOR) {
        throw new UsageException(
            "The recipe%s ends in %s (%s); shards hold tensors: add a last step that gives one"
                .formatted(
                    output.getKey().isEmpty() ? "" : "'s output `" + output.getKey() + "`",
                    withArticle(end.kind()),
                    end.step()));
      }
    }
    return source;
  }

  /// @param step the step that gave `kind`, as messages name it
  /// @param transform that step's; null for the source
  private record Place(String step, DataKind kind, @Nullable Transform transform) {}

  private static Place follow(List<RecipeStep> steps, Place start) {
    Place place = start;
    for (RecipeStep step : steps) {
      DataKind given = step.transform().signature().gives().get(place.kind());
      if (given == null) {
        throw new UsageException(
            "S%s needs %s, %s gives %s"
                .formatted(
                    step.toString().substring(1),
                    taken(step),
                    place.step(),
                    withArticle(place.kind())));
      }
      requireToFollow(step, place);
      place = new Place(step.toString(), given, step.transform());
    }
    return place;
  }

  private static void requireToFollow(RecipeStep step, Place place) {
    if (place.transform() == null) {
      return;
    }
    Optional<String> refusal = step.transform().refusalAfter(place.transform());
    if (refusal.isPresent()) {
      throw new UsageException(
          "S%s cannot follow %s: %s"
              .formatted(step.toString().substring(1), place.step(), refusal.get()));
    }
  }

  private static String taken(RecipeStep step) {
    return step.transform().signature().gives().keySet().stream()
        .map(RecipeCheck::withArticle)
        .collect(Collectors.joining(" or "));
  }

  private static String withArticle(DataKind kind) {
    return switch (kind) {
      case BYTES -> "undecoded bytes";
      case IMAGE -> "an image";
      case VOLUME -> "a volume";
      case RECORDING -> "a recording";
      case SPECTRUM -> "a spectrum";
      case TENSOR -> "a tensor";
    };
  }
}
