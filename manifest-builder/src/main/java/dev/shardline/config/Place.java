package dev.shardline.config;

import java.nio.file.Path;

/// Where a value was written.
///
/// @param file the file's name, or the command line option, as messages show it
/// @param line from 1; 0 where lines mean nothing
/// @param base the folder that relative paths in this place start from
public record Place(String file, int line, Path base) {
  @Override
  public String toString() {
    return line == 0 ? file : file + ":" + line;
  }
}
