package dev.shardline.pipeline.dryrun;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shardline.digest.CanonicalJson;

/// `processingjobconfig.json`: the request as the container sees it. The service writes out what
/// was not given as null, which containers have to bear.
final class ProcessingConfig {
  private ProcessingConfig() {}

  static ObjectNode of(ObjectNode description) {
    ObjectNode json = CanonicalJson.object();
    json.set("ProcessingJobArn", description.get("ProcessingJobArn"));
    json.set("ProcessingJobName", description.get("ProcessingJobName"));
    ObjectNode application = json.putObject("AppSpecification");
    application.setAll((ObjectNode) description.get("AppSpecification"));
    nullUnlessThere(application, "ContainerEntrypoint");
    nullUnlessThere(application, "ContainerArguments");
    for (String key : new String[] {"Environment", "NetworkConfig"}) {
      json.set(key, description.path(key).isMissingNode() ? null : description.get(key));
    }
    json.set("ProcessingInputs", inputs(description.path("ProcessingInputs")));
    ObjectNode outputs = description.withObject("ProcessingOutputConfig").deepCopy();
    nullUnlessThere(outputs, "KmsKeyId");
    json.set("ProcessingOutputConfig", outputs);
    ObjectNode resources = description.withObject("ProcessingResources").deepCopy();
    nullUnlessThere(resources.withObject("ClusterConfig"), "VolumeKmsKeyId");
    json.set("ProcessingResources", resources);
    json.set("RoleArn", description.get("RoleArn"));
    json.set("StoppingCondition", description.get("StoppingCondition"));
    return json;
  }

  private static JsonNode inputs(JsonNode inputs) {
    JsonNode copy = inputs.deepCopy();
    copy.forEach(input -> nullUnlessThere((ObjectNode) input, "DatasetDefinition"));
    return copy;
  }

  private static void nullUnlessThere(ObjectNode json, String key) {
    if (!json.has(key)) {
      json.putNull(key);
    }
  }
}
