package dev.shardline.pipeline.dryrun;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shardline.pipeline.Cluster;
import dev.shardline.pipeline.Container;
import dev.shardline.pipeline.Expression;
import dev.shardline.pipeline.Expression.Literal;
import dev.shardline.pipeline.JobSettings;
import dev.shardline.pipeline.ProcessingInput;
import dev.shardline.pipeline.ProcessingJob;
import dev.shardline.pipeline.ProcessingOutput;
import dev.shardline.pipeline.TrainingChannel;
import dev.shardline.pipeline.TrainingJob;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Puts a value in the place of every expression of a job.
final class Resolution {
  private final Values values;

  Resolution(Values values) {
    this.values = values;
  }

  ProcessingJob of(ProcessingJob job) throws StepFailedException {
    List<ProcessingInput> inputs = new ArrayList<>();
    for (ProcessingInput input : job.inputs()) {
      inputs.add(
          new ProcessingInput(
              input.name(),
              known(input.uri()),
              input.localPath(),
              input.dataType(),
              input.distribution()));
    }
    List<ProcessingOutput> outputs = new ArrayList<>();
    for (ProcessingOutput output : job.outputs()) {
      outputs.add(
          new ProcessingOutput(
              output.name(), known(output.uri()), output.localPath(), output.uploadMode()));
    }
    return new ProcessingJob(
        of(job.cluster()),
        of(job.container()),
        of(job.settings()),
        inputs,
        outputs,
        job.outputKey());
  }

  TrainingJob of(TrainingJob job) throws StepFailedException {
    List<TrainingChannel> channels = new ArrayList<>();
    for (TrainingChannel channel : job.channels()) {
      channels.add(
          new TrainingChannel(
              channel.name(),
              known(channel.uri()),
              channel.dataType(),
              channel.distribution(),
              channel.contentType()));
    }
    return new TrainingJob(
        of(job.cluster()),
        of(job.container()),
        job.inputMode(),
        of(job.settings()),
        channels,
        known(job.outputUri()),
        job.outputKey(),
        job.hyperparameters());
  }

  private Cluster of(Cluster cluster) throws StepFailedException {
    return new Cluster(
        known(cluster.instanceType()),
        new Expression.Whole(values.whole(cluster.instanceCount())),
        cluster.volumeGigabytes(),
        cluster.volumeKey());
  }

  private Container of(Container container) throws StepFailedException {
    List<Expression> arguments = new ArrayList<>();
    for (Expression argument : container.arguments()) {
      arguments.add(text(argument));
    }
    Map<String, Expression> environment = new LinkedHashMap<>();
    for (Map.Entry<String, Expression> entry : container.environment().entrySet()) {
      environment.put(entry.getKey(), text(entry.getValue()));
    }
    return new Container(known(container.image()), container.entrypoint(), arguments, environment);
  }

  private JobSettings of(JobSettings settings) throws StepFailedException {
    return new JobSettings(
        known(settings.role()),
        settings.maxRuntimeSeconds(),
        settings.network(),
        settings.tags(),
        settings.experimentLabel());
  }

  private Expression text(Expression expression) throws StepFailedException {
    return new Expression.Text(values.text(expression));
  }

  private Literal known(Expression expression) throws StepFailedException {
    JsonNode value = values.value(expression);
    if (value.isTextual()) {
      return new Expression.Text(value.textValue());
    }
    if (value.isBoolean()) {
      return new Expression.Flag(value.booleanValue());
    }
    return value.isIntegralNumber()
        ? new Expression.Whole(value.longValue())
        : new Expression.Decimal(value.doubleValue());
  }

  /// The text of a value that was put in.
  static String textOf(Expression resolved) {
    return switch (resolved) {
      case Expression.Text(String value) -> value;
      case Expression.Whole(long value) -> Long.toString(value);
      case Expression.Decimal(double value) -> Double.toString(value);
      case Expression.Flag(boolean value) -> Boolean.toString(value);
      case Expression.ParameterReference _,
          Expression.ExecutionFact _,
          Expression.StepProperty _,
          Expression.Join _,
          Expression.JsonGet _,
          Expression.JsonGetFromS3 _ ->
          throw new IllegalArgumentException("Not resolved: " + resolved);
    };
  }
}
