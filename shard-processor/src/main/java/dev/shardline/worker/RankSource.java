package dev.shardline.worker;

import dev.shardline.failure.UsageException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Finds out which worker this is from what the engine that started it left behind. Where several
/// engines left something, the first of SageMaker, AWS Batch, Kubernetes and Slurm holds.
public final class RankSource {
  /// Injected into array jobs whose engine does not tell the count.
  public static final String COUNT_VARIABLE = "SHARDLINE_COUNT";

  private final Map<String, String> environment;
  private final SageMakerPaths paths;

  /// @param environment the process's environment
  public RankSource(Map<String, String> environment) {
    this.environment = environment;
    this.paths = SageMakerPaths.of(environment);
  }

  /// The rank.
  ///
  /// @return empty if no engine says anything
  /// @throws UsageException if what an engine says makes no sense
  public Optional<Rank> find() {
    Path resources = paths.resourceConfig();
    if (Files.exists(resources)) {
      return Optional.of(SageMakerHosts.read(resources).rank());
    }
    return array("AWS_BATCH_JOB_ARRAY_INDEX", COUNT_VARIABLE)
        .or(() -> array("JOB_COMPLETION_INDEX", COUNT_VARIABLE))
        .or(() -> array("SLURM_ARRAY_TASK_ID", "SLURM_ARRAY_TASK_COUNT"));
  }

  private Optional<Rank> array(String indexVariable, String countVariable) {
    String index = environment.get(indexVariable);
    if (index == null) {
      return Optional.empty();
    }
    @Nullable String count = environment.get(countVariable);
    try {
      return Optional.of(
          new Rank(Integer.parseInt(index), Integer.parseInt(count == null ? "" : count)));
    } catch (IllegalArgumentException e) {
      throw new UsageException(
          "%s is \"%s\" and %s is %s; expected a rank from 0 and the number of workers"
              .formatted(
                  indexVariable,
                  index,
                  countVariable,
                  count == null ? "not set" : "\"" + count + "\""),
          e);
    }
  }
}
