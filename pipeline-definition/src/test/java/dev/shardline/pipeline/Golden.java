package dev.shardline.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Compares text with a file under version control. `-Dgolden.update=true` rewrites the files
/// instead; the difference is then reviewed like code.
public final class Golden {
  private static final Path FOLDER = Path.of("src/test/resources");

  private Golden() {}

  public static void assertMatches(String file, String actual) {
    Path golden = FOLDER.resolve(file);
    try {
      if (Boolean.getBoolean("golden.update")) {
        Files.createDirectories(golden.getParent());
        Files.writeString(golden, actual);
      }
      assertThat(actual).isEqualTo(Files.readString(golden));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
