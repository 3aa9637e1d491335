package dev.shardline.manifest;

import java.util.Locale;

/// How much a finding matters. Written to files by its lower-case name.
public enum Severity {
  /// Good to know.
  NOTE,
  /// Likely to hurt; the build goes on.
  WARNING,
  /// The build stops: either it cannot be trusted, or the user made this check a gate.
  ERROR;

  /// The name used in files: `warning`.
  public String fileName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The severity with this file name.
  ///
  /// @throws IllegalArgumentException if there is none
  public static Severity ofFileName(String fileName) {
    return valueOf(fileName.toUpperCase(Locale.ROOT));
  }
}
