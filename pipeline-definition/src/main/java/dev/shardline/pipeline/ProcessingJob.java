package dev.shardline.pipeline;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The arguments of a processing step.
///
/// @param outputKey the KMS key of the uploaded objects; null for the bucket's default
public record ProcessingJob(
    Cluster cluster,
    Container container,
    JobSettings settings,
    List<ProcessingInput> inputs,
    List<ProcessingOutput> outputs,
    @Nullable String outputKey) {
  public ProcessingJob {
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
  }
}
