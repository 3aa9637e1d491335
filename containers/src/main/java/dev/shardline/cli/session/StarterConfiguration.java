package dev.shardline.cli.session;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/// The commented configuration that the demonstration runs and that `init` gives to start from.
public final class StarterConfiguration {
  private static final String RESOURCE = "starter.yaml";

  private StarterConfiguration() {}

  /// The configuration as YAML.
  ///
  /// @param name the data set's name
  /// @param source where the images lie: a folder or a URI, any text
  /// @param pattern the key pattern that gives label and subject
  public static String text(String name, String source, String pattern) throws IOException {
    try (InputStream stream = StarterConfiguration.class.getResourceAsStream(RESOURCE)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
          .replace("{name}", name)
          .replace("{source}", quoted(source))
          .replace("{pattern}", pattern);
    }
  }

  /// A text as YAML, whatever it holds.
  private static String quoted(String text) {
    return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }
}
