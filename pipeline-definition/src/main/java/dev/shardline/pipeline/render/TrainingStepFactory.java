package dev.shardline.pipeline.render;

import dev.shardline.pipeline.CachePolicy;
import dev.shardline.pipeline.Container;
import dev.shardline.pipeline.Expression;
import dev.shardline.pipeline.Expression.Fact;
import dev.shardline.pipeline.ProcessingInput.DataType;
import dev.shardline.pipeline.ProcessingInput.Distribution;
import dev.shardline.pipeline.Step;
import dev.shardline.pipeline.TrainingChannel;
import dev.shardline.pipeline.TrainingJob;
import dev.shardline.pipeline.settings.TrainingSettings;
import dev.shardline.pipeline.settings.TrainingStage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The user's training, given each split as a channel.
final class TrainingStepFactory {
  private final JobFactory jobs;

  TrainingStepFactory(JobFactory jobs) {
    this.jobs = jobs;
  }

  Step train(TrainingStage stage, TrainingSettings training) {
    Map<String, Expression> environment = new LinkedHashMap<>();
    training.environment().forEach((key, value) -> environment.put(key, Expression.text(value)));
    TrainingJob job =
        new TrainingJob(
            jobs.cluster(
                Expression.text(stage.instanceType()),
                new Expression.Whole(stage.instances()),
                training.volumeGigabytes()),
            new Container(
                Expression.text(training.image()),
                List.of(),
                training.arguments().stream().map(Expression::text).toList(),
                environment),
            training.inputMode(),
            jobs.jobSettings(
                StepNames.TRAIN,
                Math.toIntExact(training.maxRuntime().toSeconds()),
                jobs.settings().security().network()),
            jobs.workload().splits().stream().map(TrainingStepFactory::channel).toList(),
            Expression.join(
                "/",
                Expression.text(jobs.settings().placement().work()),
                Expression.text("models"),
                Expression.execution(Fact.PIPELINE_EXECUTION_ID)),
            jobs.settings().security().outputKey(),
            training.hyperparameters());
    return new Step.Training(StepNames.TRAIN, List.of(), CachePolicy.OFF, jobs.retries(), job);
  }

  private static TrainingChannel channel(String split) {
    return new TrainingChannel(
        split,
        StepOutputs.uri(StepNames.PREPROCESS, split),
        DataType.S3_PREFIX,
        Distribution.FULLY_REPLICATED,
        "");
  }
}
