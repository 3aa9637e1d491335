package dev.shardline.pipeline.settings;

import dev.shardline.config.Section;

/// Something wrong or doubtful, and where.
///
/// @param path of the setting, `pipeline.preprocess.instance-type`
/// @param message what was expected, what was found, what to do
public record Problem(Severity severity, String path, String message) {
  /// Whether work can begin all the same.
  public enum Severity {
    /// Nothing may be sent or started.
    ERROR,
    /// The user should know.
    WARNING
  }

  public static Problem error(String path, String message) {
    return new Problem(Severity.ERROR, path, message);
  }

  public static Problem warning(String path, String message) {
    return new Problem(Severity.WARNING, path, message);
  }

  public boolean isError() {
    return severity == Severity.ERROR;
  }

  /// With the line on which the setting stands: `shardline.yaml:12: pipeline.role: …`.
  ///
  /// @param root the top of the configuration
  public String show(Section root) {
    return root.placeOf(path) + ": " + this;
  }

  @Override
  public String toString() {
    return path + ": " + message;
  }
}
