package dev.shardline.pipeline.settings;

import dev.shardline.config.Section;
import java.time.Duration;

/// Reads what several sections have in common: machine, volume, durations.
final class JobSizeReader {
  private JobSizeReader() {}

  static JobSize size(Section section, JobSize otherwise) {
    return new JobSize(
        section.text("instance-type").orElse(otherwise.instanceType()),
        whole(section, "volume-gigabytes", otherwise.volumeGigabytes()),
        duration(section, "max-runtime", otherwise.maxRuntime()));
  }

  /// A whole number; one that does not even fit is reported as it stands.
  static int whole(Section section, String key, int otherwise) {
    return section
        .integer(key, Integer.MIN_VALUE, Integer.MAX_VALUE)
        .map(Long::intValue)
        .orElse(otherwise);
  }

  static Duration duration(Section section, String key, Duration otherwise) {
    return section
        .text(key)
        .map(text -> {
          try {
            return DurationText.parse(text);
          } catch (IllegalArgumentException e) {
            section.problem(key, String.valueOf(e.getMessage()));
            return otherwise;
          }
        })
        .orElse(otherwise);
  }
}
