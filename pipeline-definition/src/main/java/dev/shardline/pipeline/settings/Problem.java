package dev.shardline.pipeline.settings;

/// Something wrong or doubtful, and where.
///
/// @param place the path of the setting, `pipeline.preprocess.instance-type`, or of the thing in
///   the account it concerns
/// @param message what was expected, what was found, what to do
public record Problem(Severity severity, String place, String message) {
  /// Whether work can begin all the same.
  public enum Severity {
    /// Nothing may be sent or started.
    ERROR,
    /// The user should know.
    WARNING
  }

  public static Problem error(String place, String message) {
    return new Problem(Severity.ERROR, place, message);
  }

  public static Problem warning(String place, String message) {
    return new Problem(Severity.WARNING, place, message);
  }

  public boolean isError() {
    return severity == Severity.ERROR;
  }

  @Override
  public String toString() {
    return place + ": " + message;
  }
}
