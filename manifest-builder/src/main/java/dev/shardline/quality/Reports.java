package dev.shardline.quality;

import dev.shardline.grouping.SampleTable;
import dev.shardline.manifest.Finding;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Gathers findings of checks. For one thread.
final class Reports {
  private static final int EXAMPLES = 3;

  private final SampleTable samples;
  private final List<Finding> findings = new ArrayList<>();

  /// @param samples whose ids are examples
  Reports(SampleTable samples) {
    this.samples = samples;
  }

  /// Tells of samples, if there are any.
  ///
  /// @param concerned rising
  void of(QualityCheck check, int[] concerned, String message) {
    if (concerned.length > 0) {
      List<String> examples =
          Arrays.stream(concerned).limit(EXAMPLES).mapToObj(samples::id).toList();
      add(check, concerned.length, message, examples);
    }
  }

  void add(QualityCheck check, long affected, String message, List<String> examples) {
    findings.add(new Finding(check.fileName(), check.severity(), message, affected, examples));
  }

  List<Finding> findings() {
    return List.copyOf(findings);
  }
}
