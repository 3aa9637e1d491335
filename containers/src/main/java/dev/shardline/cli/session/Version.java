package dev.shardline.cli.session;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/// The program's name and version as Maven knows it.
public final class Version implements IVersionProvider {
  /// `shardline 0.1.0`, as ledgers record it.
  public static String text() {
    try (InputStream stream = Version.class.getResourceAsStream("version.properties")) {
      Properties properties = new Properties();
      properties.load(stream);
      return "shardline " + properties.getProperty("version");
    } catch (IOException e) {
      throw new UncheckedIOException("The program's own version.properties cannot be read", e);
    }
  }

  @Override
  public String[] getVersion() {
    return new String[] {text()};
  }
}
