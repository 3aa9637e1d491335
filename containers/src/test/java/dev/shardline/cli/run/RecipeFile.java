package dev.shardline.cli.run;

import dev.shardline.cli.session.RunSettings;
import dev.shardline.config.Config;
import dev.shardline.recipe.Recipe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// A recipe read from a configuration file.
final class RecipeFile {
  private RecipeFile() {}

  /// @param steps as the file lists them: `decode-image, grey`
  static Recipe of(String steps, Path folder) throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("shardline.yaml"),
            "recipe: [%s]%noutput: {format: webdataset}%n".formatted(steps));
    return RunSettings.read(Config.load(file, List.of())).recipe();
  }
}
