package dev.shardline.cli.session;

import dev.shardline.storage.ObjectLocation;
import java.nio.file.Path;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Reads a location on the command line: a URI, or a path relative to the current folder.
public final class Locations implements ITypeConverter<ObjectLocation> {
  @Override
  public ObjectLocation convert(String text) {
    try {
      return text.contains("://")
          ? ObjectLocation.parse(text)
          : ObjectLocation.ofPath(Path.of(text));
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException(String.valueOf(e.getMessage()));
    }
  }

  /// A location as people like to read it: local ones as paths.
  public static String shown(ObjectLocation location) {
    return location.scheme().equals("file") ? location.toPath().toString() : location.toString();
  }
}
