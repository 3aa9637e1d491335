package dev.shardline.model;

import dev.shardline.digest.Digest;
import dev.shardline.failure.UsageException;
import dev.shardline.model.LoadedModel.Place;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// A model's file, pinned by its digest, and the network of it, loaded when it is first needed.
final class ModelFile {
  private final Path path;
  private final Place place;
  private @Nullable LoadedModel loaded;

  private ModelFile(Path path, Place place) {
    this.path = path;
    this.place = place;
  }

  /// Checks the file.
  ///
  /// @param sha256 what the file's digest must be, so that the recipe says what was computed
  /// @throws UsageException if the file is not there or is another
  static ModelFile of(String file, String sha256, Place place) {
    Path path = Path.of(file);
    try {
      Digest found = Digest.of(Files.readAllBytes(path));
      if (!found.hex().equals(sha256)) {
        throw new UsageException(
            "The model %s has SHA-256 %s, the recipe says \"%s\""
                .formatted(file, found.hex(), sha256));
      }
    } catch (IOException e) {
      throw new UsageException("Cannot read the model %s: %s".formatted(file, e), e);
    }
    return new ModelFile(path, place);
  }

  /// The network; loaded once, whatever the number of threads.
  synchronized LoadedModel model() {
    LoadedModel model = loaded;
    if (model == null) {
      model = LoadedModel.load(path, place);
      loaded = model;
    }
    return model;
  }
}
