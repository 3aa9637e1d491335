package dev.shardline.pipeline.json;

import dev.shardline.pipeline.Cluster;
import dev.shardline.pipeline.Container;
import dev.shardline.pipeline.Expression;
import dev.shardline.pipeline.JobSettings;
import dev.shardline.pipeline.Network;
import dev.shardline.pipeline.ProcessingInput;
import dev.shardline.pipeline.ProcessingInput.DataType;
import dev.shardline.pipeline.ProcessingInput.Distribution;
import dev.shardline.pipeline.ProcessingJob;
import dev.shardline.pipeline.ProcessingOutput;
import dev.shardline.pipeline.ProcessingOutput.UploadMode;
import dev.shardline.pipeline.Tag;
import dev.shardline.pipeline.TrainingChannel;
import dev.shardline.pipeline.TrainingJob;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads the arguments of job steps.
final class JobReader {
  /// The longest a job of the service runs when it does not say: processing 1 day, training 1 day.
  private static final int DEFAULT_RUNTIME_SECONDS = 86_400;

  private JobReader() {}

  static ProcessingJob processing(Fields job) {
    Fields resources = job.object("ProcessingResources");
    Fields clusterConfig = resources.object("ClusterConfig");
    Cluster cluster = cluster(clusterConfig);
    clusterConfig.end();
    resources.end();
    Fields application = job.object("AppSpecification");
    Container container = container(application, "ImageUri", environment(job));
    application.end();
    List<ProcessingInput> inputs = job.list("ProcessingInputs", JobReader::input);
    List<ProcessingOutput> outputs = List.of();
    String outputKey = null;
    if (job.has("ProcessingOutputConfig")) {
      Fields config = job.object("ProcessingOutputConfig");
      outputs = config.list("Outputs", JobReader::output);
      outputKey = config.textOrNull("KmsKeyId");
      config.end();
    }
    Network network = null;
    if (job.has("NetworkConfig")) {
      Fields config = job.object("NetworkConfig");
      network = network(config);
      config.end();
    }
    JobSettings settings = settings(job, network);
    return new ProcessingJob(cluster, container, settings, inputs, outputs, outputKey);
  }

  static TrainingJob training(Fields job) {
    Fields algorithm = job.object("AlgorithmSpecification");
    TrainingJob.InputMode mode =
        algorithm.constant("TrainingInputMode", TrainingJob.InputMode.class);
    Container container = container(algorithm, "TrainingImage", environment(job));
    algorithm.end();
    Fields resources = job.object("ResourceConfig");
    Cluster cluster = cluster(resources);
    resources.end();
    Fields output = job.object("OutputDataConfig");
    Expression outputUri = output.expression("S3OutputPath");
    String outputKey = output.textOrNull("KmsKeyId");
    output.end();
    Network network = network(job);
    return new TrainingJob(
        cluster,
        container,
        mode,
        settings(job, network.equals(Network.PLAIN) ? null : network),
        job.list("InputDataConfig", JobReader::channel),
        outputUri,
        outputKey,
        hyperparameters(job));
  }

  private static Cluster cluster(Fields config) {
    return new Cluster(
        config.expression("InstanceType"),
        config.expression("InstanceCount"),
        config.whole("VolumeSizeInGB"),
        config.textOrNull("VolumeKmsKeyId"));
  }

  private static Container container(
      Fields application, String imageKey, Map<String, Expression> environment) {
    Expression image = application.expression(imageKey);
    List<Expression> arguments = new ArrayList<>();
    application.eachIfPresent(
        "ContainerArguments", (json, place) -> arguments.add(ExpressionJson.read(json, place)));
    return new Container(image, application.texts("ContainerEntrypoint"), arguments, environment);
  }

  private static Map<String, Expression> environment(Fields job) {
    Map<String, Expression> environment = new LinkedHashMap<>();
    if (job.has("Environment")) {
      Fields map = job.object("Environment");
      map.keys().forEach(key -> environment.put(key, map.expression(key)));
    }
    return environment;
  }

  private static Map<String, String> hyperparameters(Fields job) {
    Map<String, String> parameters = new LinkedHashMap<>();
    if (job.has("HyperParameters")) {
      Fields map = job.object("HyperParameters");
      map.keys().forEach(key -> parameters.put(key, map.text(key)));
    }
    return parameters;
  }

  private static ProcessingInput input(Fields input) {
    String name = input.text("InputName");
    input.flagOr("AppManaged", false);
    Fields s3 = input.object("S3Input");
    s3.fixed("S3InputMode", "File");
    if (s3.has("S3CompressionType")) {
      s3.fixed("S3CompressionType", "None");
    }
    ProcessingInput read =
        new ProcessingInput(
            name,
            s3.expression("S3Uri"),
            s3.text("LocalPath"),
            s3.constant("S3DataType", DataType.class),
            s3.has("S3DataDistributionType")
                ? s3.constant("S3DataDistributionType", Distribution.class)
                : Distribution.FULLY_REPLICATED);
    s3.end();
    return read;
  }

  private static ProcessingOutput output(Fields output) {
    String name = output.text("OutputName");
    output.flagOr("AppManaged", false);
    Fields s3 = output.object("S3Output");
    ProcessingOutput read =
        new ProcessingOutput(
            name,
            s3.expression("S3Uri"),
            s3.text("LocalPath"),
            s3.constant("S3UploadMode", UploadMode.class));
    s3.end();
    return read;
  }

  private static TrainingChannel channel(Fields channel) {
    Fields source = channel.object("DataSource");
    Fields s3 = source.object("S3DataSource");
    TrainingChannel read =
        new TrainingChannel(
            channel.text("ChannelName"),
            s3.expression("S3Uri"),
            s3.constant("S3DataType", DataType.class),
            s3.has("S3DataDistributionType")
                ? s3.constant("S3DataDistributionType", Distribution.class)
                : Distribution.FULLY_REPLICATED,
            channel.textOr("ContentType", ""));
    s3.end();
    source.end();
    return read;
  }

  private static Network network(Fields config) {
    boolean isolation = config.flagOr("EnableNetworkIsolation", false);
    boolean encryption = config.flagOr("EnableInterContainerTrafficEncryption", false);
    if (!config.has("VpcConfig")) {
      return new Network(isolation, encryption, List.of(), List.of());
    }
    Fields vpc = config.object("VpcConfig");
    Network network =
        new Network(isolation, encryption, vpc.texts("SecurityGroupIds"), vpc.texts("Subnets"));
    vpc.end();
    return network;
  }

  private static JobSettings settings(Fields job, @Nullable Network network) {
    int runtime = DEFAULT_RUNTIME_SECONDS;
    if (job.has("StoppingCondition")) {
      Fields condition = job.object("StoppingCondition");
      runtime = condition.whole("MaxRuntimeInSeconds");
      condition.end();
    }
    String label = null;
    if (job.has("ExperimentConfig")) {
      Fields experiment = job.object("ExperimentConfig");
      label = experiment.text("TrialComponentDisplayName");
      experiment.end();
    }
    List<Tag> tags = job.list("Tags", tag -> new Tag(tag.text("Key"), tag.text("Value")));
    return new JobSettings(job.expression("RoleArn"), runtime, network, tags, label);
  }
}
