package dev.shardline.pipeline.sagemaker;

import dev.shardline.pipeline.PipelineDefinition;
import dev.shardline.pipeline.json.DefinitionWriter;
import dev.shardline.pipeline.settings.PipelineSettings;

/// What is to be deployed.
public record Deployment(PipelineSettings settings, PipelineDefinition definition) {
  String name() {
    return settings.identity().name();
  }

  String json() {
    return DefinitionWriter.compact(definition);
  }
}
