package dev.shardline.build;

import dev.shardline.manifest.Finding;
import java.util.List;

/// What the checks of a data set found, without a split.
///
/// @param objects how many objects were listed and taken
/// @param samples how many samples they form
/// @param headers how many headers were read
/// @param findings gravest first
public record CheckResult(long objects, long samples, long headers, List<Finding> findings) {
  public CheckResult {
    findings = List.copyOf(findings);
  }
}
