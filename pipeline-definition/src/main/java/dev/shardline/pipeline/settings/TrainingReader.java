package dev.shardline.pipeline.settings;

import dev.shardline.config.Section;
import dev.shardline.pipeline.TrainingJob.InputMode;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads `pipeline.training`.
final class TrainingReader {
  private static final int VOLUME_GIGABYTES = 200;
  private static final Duration RUNTIME = Duration.ofDays(1);

  private TrainingReader() {}

  static TrainingStage read(Section section) {
    TrainingStage stage =
        new TrainingStage(
            section.requiredText("instance-type"),
            JobSizeReader.whole(section, "instance-count", 1),
            section.has("gpus-per-instance")
                ? Integer.valueOf(JobSizeReader.whole(section, "gpus-per-instance", 1))
                : null,
            job(section));
    section.finish();
    return stage;
  }

  private static @Nullable TrainingSettings job(Section section) {
    String image = section.text("image").orElse("");
    TrainingSettings job =
        new TrainingSettings(
            image,
            section.texts("arguments"),
            texts(section, "hyperparameters"),
            texts(section, "environment"),
            section.choice("input-mode", InputMode.class).orElse(InputMode.FILE),
            JobSizeReader.whole(section, "volume-gigabytes", VOLUME_GIGABYTES),
            JobSizeReader.duration(section, "max-runtime", RUNTIME));
    return image.isEmpty() ? null : job;
  }

  /// A mapping whose keys are the user's, in the order written.
  static Map<String, String> texts(Section section, String key) {
    Map<String, String> values = new LinkedHashMap<>();
    Section mapping = section.sectionOrEmpty(key);
    for (String name : mapping.keys()) {
      mapping.text(name).ifPresent(value -> values.put(name, value));
    }
    return values;
  }
}
