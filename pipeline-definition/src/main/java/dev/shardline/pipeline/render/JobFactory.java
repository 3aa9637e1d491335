package dev.shardline.pipeline.render;

import dev.shardline.pipeline.CachePolicy;
import dev.shardline.pipeline.Cluster;
import dev.shardline.pipeline.Container;
import dev.shardline.pipeline.Expression;
import dev.shardline.pipeline.Expression.Fact;
import dev.shardline.pipeline.JobSettings;
import dev.shardline.pipeline.Network;
import dev.shardline.pipeline.ProcessingInput;
import dev.shardline.pipeline.ProcessingInput.DataType;
import dev.shardline.pipeline.ProcessingInput.Distribution;
import dev.shardline.pipeline.ProcessingJob;
import dev.shardline.pipeline.ProcessingOutput;
import dev.shardline.pipeline.ProcessingOutput.UploadMode;
import dev.shardline.pipeline.RetryPolicy;
import dev.shardline.pipeline.RetryPolicy.StepException;
import dev.shardline.pipeline.settings.JobSize;
import dev.shardline.pipeline.settings.PipelineSettings;
import dev.shardline.pipeline.settings.Policies;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What all jobs of one pipeline have in common.
final class JobFactory {
  private final PipelineSettings settings;
  private final Workload workload;

  JobFactory(PipelineSettings settings, Workload workload) {
    this.settings = settings;
    this.workload = workload;
  }

  PipelineSettings settings() {
    return settings;
  }

  Workload workload() {
    return workload;
  }

  /// One machine of a fixed size.
  Cluster single(JobSize size) {
    return cluster(
        Expression.text(size.instanceType()), new Expression.Whole(1), size.volumeGigabytes());
  }

  Cluster cluster(Expression type, Expression count, int volumeGigabytes) {
    return new Cluster(type, count, volumeGigabytes, settings.security().volumeKey());
  }

  /// A job of the image that every parameter `ImageUri` names.
  ProcessingJob job(
      String step,
      Cluster cluster,
      JobSize size,
      @Nullable Network network,
      List<Expression> arguments,
      Map<String, Expression> environment,
      List<ProcessingInput> inputs,
      List<ProcessingOutput> outputs) {
    List<ProcessingInput> all = new ArrayList<>();
    all.add(configInput(step));
    all.addAll(inputs);
    Container container =
        new Container(
            Expression.parameter(ParameterNames.IMAGE_URI), List.of(), arguments, environment);
    return new ProcessingJob(
        cluster,
        container,
        jobSettings(step, Math.toIntExact(size.maxRuntime().toSeconds()), network),
        all,
        outputs,
        settings.security().outputKey());
  }

  JobSettings jobSettings(String step, int maxRuntimeSeconds, @Nullable Network network) {
    return new JobSettings(
        Expression.text(settings.placement().role()),
        maxRuntimeSeconds,
        network,
        settings.identity().tags(),
        step);
  }

  private ProcessingInput configInput(String step) {
    String uri =
        step.equals(StepNames.BUILD) ? workload.configs().build() : workload.configs().process();
    return replicated("config", Expression.text(uri), ContainerPaths.CONFIG);
  }

  /// All objects under a prefix, on every machine.
  static ProcessingInput replicated(String name, Expression uri, String path) {
    return new ProcessingInput(name, uri, path, DataType.S3_PREFIX, Distribution.FULLY_REPLICATED);
  }

  /// A folder that is uploaded below this execution's own place: a second execution never writes
  /// over the first one's results.
  ProcessingOutput output(String name, String localPath, UploadMode mode, String... place) {
    List<Expression> values = new ArrayList<>();
    values.add(Expression.text(settings.placement().work()));
    values.add(Expression.text(place[0]));
    values.add(Expression.execution(Fact.PIPELINE_EXECUTION_ID));
    for (int i = 1; i < place.length; i++) {
      values.add(Expression.text(place[i]));
    }
    return new ProcessingOutput(name, new Expression.Join("/", values), localPath, mode);
  }

  CachePolicy cache() {
    return settings.policies().cache();
  }

  List<RetryPolicy> retries() {
    Policies.Retry retry = settings.policies().retry();
    if (retry.attempts() == 0) {
      return List.of();
    }
    int interval = Math.toIntExact(retry.interval().toSeconds());
    RetryPolicy.Limit limit = new RetryPolicy.Limit.Attempts(retry.attempts());
    return List.of(
        new RetryPolicy(
            List.of(StepException.SERVICE_FAULT, StepException.THROTTLING),
            interval,
            retry.backoff(),
            limit),
        new RetryPolicy(
            List.of(
                StepException.JOB_INTERNAL_ERROR,
                StepException.CAPACITY_ERROR,
                StepException.RESOURCE_LIMIT),
            interval,
            retry.backoff(),
            limit));
  }

  /// The network for a step that must reach S3 by itself.
  @Nullable Network reachable() {
    Network network = settings.security().network();
    if (network == null || !network.isolation()) {
      return network;
    }
    Network open =
        new Network(false, network.encryption(), network.securityGroups(), network.subnets());
    return open.equals(Network.PLAIN) ? null : open;
  }
}
