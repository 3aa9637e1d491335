package dev.shardline.quality;

import dev.shardline.failure.UsageException;
import dev.shardline.manifest.Finding;
import dev.shardline.manifest.Severity;
import java.util.List;
import java.util.stream.Collectors;

/// Gives findings the severity that the user chose, and leaves out ignored ones.
///
/// @param spec which they are
public record Gates(CheckSpec spec) {
  /// The findings with their severity.
  public List<Finding> apply(List<Finding> findings) {
    return findings.stream()
        .filter(finding -> !spec.ignored().contains(finding.check()))
        .map(this::judged)
        .toList();
  }

  private Finding judged(Finding finding) {
    return new Finding(
        finding.check(),
        spec.severityOf(finding.check(), finding.severity()),
        finding.message(),
        finding.affected(),
        finding.examples());
  }

  /// Stops a build that does not pass.
  ///
  /// @throws UsageException naming every error among the findings
  public static void requirePassed(List<Finding> findings) {
    List<Finding> errors =
        findings.stream().filter(finding -> finding.severity() == Severity.ERROR).toList();
    if (!errors.isEmpty()) {
      throw new UsageException(
          errors.stream()
              .map(error ->
                  "\n  %s: %s, such as %s"
                      .formatted(error.check(), error.message(), error.examples()))
              .collect(
                  Collectors.joining(
                      "",
                      "The data set does not pass the gates of dataset.checks:",
                      "\n"
                          + "Mend the data, exclude the samples, or set the severity in"
                          + " dataset.checks.severities")));
    }
  }
}
