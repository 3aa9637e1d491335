package dev.shardline.pipeline;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The arguments of a training step.
///
/// @param outputUri where the model goes
/// @param outputKey the KMS key of the model; null for the bucket's default
/// @param hyperparameters in the order given
public record TrainingJob(
    Cluster cluster,
    Container container,
    InputMode inputMode,
    JobSettings settings,
    List<TrainingChannel> channels,
    Expression outputUri,
    @Nullable String outputKey,
    Map<String, String> hyperparameters) {
  /// How channels are delivered, by the service's names.
  public enum InputMode implements ServiceNamed {
    FILE("File"),
    FAST_FILE("FastFile"),
    PIPE("Pipe");

    private final String serviceName;

    InputMode(String serviceName) {
      this.serviceName = serviceName;
    }

    @Override
    public String serviceName() {
      return serviceName;
    }
  }

  public TrainingJob {
    channels = List.copyOf(channels);
    hyperparameters = Collections.unmodifiableMap(new LinkedHashMap<>(hyperparameters));
  }
}
