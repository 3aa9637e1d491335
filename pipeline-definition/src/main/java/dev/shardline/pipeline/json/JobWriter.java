package dev.shardline.pipeline.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shardline.pipeline.Cluster;
import dev.shardline.pipeline.Container;
import dev.shardline.pipeline.Expression;
import dev.shardline.pipeline.JobSettings;
import dev.shardline.pipeline.Network;
import dev.shardline.pipeline.ProcessingInput;
import dev.shardline.pipeline.ProcessingJob;
import dev.shardline.pipeline.ProcessingOutput;
import dev.shardline.pipeline.TrainingChannel;
import dev.shardline.pipeline.TrainingJob;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The arguments of job steps: the requests CreateProcessingJob and CreateTrainingJob without the
/// job's name, which the service gives.
final class JobWriter {
  private JobWriter() {}

  static ObjectNode processing(ProcessingJob job) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    cluster(json.putObject("ProcessingResources").putObject("ClusterConfig"), job.cluster());
    container(json.putObject("AppSpecification"), "ImageUri", job.container());
    json.set("RoleArn", ExpressionJson.write(job.settings().role()));
    ArrayNode inputs = json.putArray("ProcessingInputs");
    job.inputs().forEach(input -> input(inputs.addObject(), input));
    ObjectNode outputs = json.putObject("ProcessingOutputConfig");
    ArrayNode list = outputs.putArray("Outputs");
    job.outputs().forEach(output -> output(list.addObject(), output));
    putUnlessNull(outputs, "KmsKeyId", job.outputKey());
    environment(json, job.container());
    json.putObject("StoppingCondition")
        .put("MaxRuntimeInSeconds", job.settings().maxRuntimeSeconds());
    Network network = job.settings().network();
    if (network != null) {
      ObjectNode config = json.putObject("NetworkConfig");
      isolation(config, network);
      vpc(config, network);
    }
    common(json, job.settings());
    return json;
  }

  static ObjectNode training(TrainingJob job) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    ObjectNode algorithm = json.putObject("AlgorithmSpecification");
    algorithm.put("TrainingInputMode", job.inputMode().serviceName());
    container(algorithm, "TrainingImage", job.container());
    json.set("RoleArn", ExpressionJson.write(job.settings().role()));
    cluster(json.putObject("ResourceConfig"), job.cluster());
    ArrayNode channels = json.putArray("InputDataConfig");
    job.channels().forEach(channel -> channel(channels.addObject(), channel));
    ObjectNode output = json.putObject("OutputDataConfig");
    output.set("S3OutputPath", ExpressionJson.write(job.outputUri()));
    putUnlessNull(output, "KmsKeyId", job.outputKey());
    if (!job.hyperparameters().isEmpty()) {
      ObjectNode parameters = json.putObject("HyperParameters");
      job.hyperparameters().forEach(parameters::put);
    }
    environment(json, job.container());
    json.putObject("StoppingCondition")
        .put("MaxRuntimeInSeconds", job.settings().maxRuntimeSeconds());
    Network network = job.settings().network();
    if (network != null) {
      isolation(json, network);
      vpc(json, network);
    }
    common(json, job.settings());
    return json;
  }

  private static void cluster(ObjectNode json, Cluster cluster) {
    json.set("InstanceType", ExpressionJson.write(cluster.instanceType()));
    json.set("InstanceCount", ExpressionJson.write(cluster.instanceCount()));
    json.put("VolumeSizeInGB", cluster.volumeGigabytes());
    putUnlessNull(json, "VolumeKmsKeyId", cluster.volumeKey());
  }

  private static void container(ObjectNode json, String imageKey, Container container) {
    json.set(imageKey, ExpressionJson.write(container.image()));
    if (!container.entrypoint().isEmpty()) {
      container.entrypoint().forEach(json.putArray("ContainerEntrypoint")::add);
    }
    if (!container.arguments().isEmpty()) {
      ArrayNode arguments = json.putArray("ContainerArguments");
      container.arguments().forEach(argument -> arguments.add(ExpressionJson.write(argument)));
    }
  }

  private static void environment(ObjectNode json, Container container) {
    if (!container.environment().isEmpty()) {
      ObjectNode environment = json.putObject("Environment");
      for (Map.Entry<String, Expression> entry : container.environment().entrySet()) {
        environment.set(entry.getKey(), ExpressionJson.write(entry.getValue()));
      }
    }
  }

  private static void input(ObjectNode json, ProcessingInput input) {
    json.put("InputName", input.name()).put("AppManaged", false);
    ObjectNode s3 = json.putObject("S3Input");
    s3.set("S3Uri", ExpressionJson.write(input.uri()));
    s3.put("LocalPath", input.localPath())
        .put("S3DataType", input.dataType().serviceName())
        .put("S3InputMode", "File")
        .put("S3DataDistributionType", input.distribution().serviceName())
        .put("S3CompressionType", "None");
  }

  private static void output(ObjectNode json, ProcessingOutput output) {
    json.put("OutputName", output.name()).put("AppManaged", false);
    ObjectNode s3 = json.putObject("S3Output");
    s3.set("S3Uri", ExpressionJson.write(output.uri()));
    s3.put("LocalPath", output.localPath()).put("S3UploadMode", output.uploadMode().serviceName());
  }

  private static void channel(ObjectNode json, TrainingChannel channel) {
    json.put("ChannelName", channel.name());
    ObjectNode source = json.putObject("DataSource").putObject("S3DataSource");
    source.put("S3DataType", channel.dataType().serviceName());
    source.set("S3Uri", ExpressionJson.write(channel.uri()));
    source.put("S3DataDistributionType", channel.distribution().serviceName());
    if (!channel.contentType().isEmpty()) {
      json.put("ContentType", channel.contentType());
    }
  }

  private static void isolation(ObjectNode json, Network network) {
    json.put("EnableNetworkIsolation", network.isolation())
        .put("EnableInterContainerTrafficEncryption", network.encryption());
  }

  private static void vpc(ObjectNode json, Network network) {
    if (!network.subnets().isEmpty()) {
      ObjectNode vpc = json.putObject("VpcConfig");
      strings(vpc, "SecurityGroupIds", network.securityGroups());
      strings(vpc, "Subnets", network.subnets());
    }
  }

  private static void common(ObjectNode json, JobSettings settings) {
    if (settings.experimentLabel() != null) {
      json.putObject("ExperimentConfig")
          .put("TrialComponentDisplayName", settings.experimentLabel());
    }
    if (!settings.tags().isEmpty()) {
      ArrayNode tags = json.putArray("Tags");
      settings
          .tags()
          .forEach(tag -> tags.addObject().put("Key", tag.key()).put("Value", tag.value()));
    }
  }

  private static void strings(ObjectNode json, String key, List<String> values) {
    values.forEach(json.putArray(key)::add);
  }

  private static void putUnlessNull(ObjectNode json, String key, @Nullable String value) {
    if (value != null) {
      json.put(key, value);
    }
  }
}
