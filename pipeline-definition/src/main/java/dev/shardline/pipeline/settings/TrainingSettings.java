package dev.shardline.pipeline.settings;

import dev.shardline.pipeline.TrainingJob.InputMode;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The user's own training container.
public record TrainingSettings(
    String image,
    List<String> arguments,
    Map<String, String> hyperparameters,
    Map<String, String> environment,
    InputMode inputMode,
    int volumeGigabytes,
    Duration maxRuntime) {
  public TrainingSettings {
    arguments = List.copyOf(arguments);
    hyperparameters = Collections.unmodifiableMap(new LinkedHashMap<>(hyperparameters));
    environment = Collections.unmodifiableMap(new LinkedHashMap<>(environment));
  }
}
