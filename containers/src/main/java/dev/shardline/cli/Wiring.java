package dev.shardline.cli;

import dev.shardline.recipe.StepCatalog;
import dev.shardline.recipe.StepFactory;
import dev.shardline.recipe.image.ImageSteps;
import java.util.List;
import java.util.stream.Stream;

/// The explicit lists of what the program is made of.
final class Wiring {
  private Wiring() {}

  /// Every step of the program and of jars on the class path.
  static StepCatalog steps() {
    List<StepFactory> own = Stream.of(ImageSteps.all()).flatMap(List::stream).toList();
    return StepCatalog.withClassPath(own);
  }
}
