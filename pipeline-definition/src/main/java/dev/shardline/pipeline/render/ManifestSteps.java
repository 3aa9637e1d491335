package dev.shardline.pipeline.render;

import dev.shardline.pipeline.CachePolicy;
import dev.shardline.pipeline.Cluster;
import dev.shardline.pipeline.Expression;
import dev.shardline.pipeline.Network;
import dev.shardline.pipeline.ProcessingInput;
import dev.shardline.pipeline.ProcessingInput.DataType;
import dev.shardline.pipeline.ProcessingInput.Distribution;
import dev.shardline.pipeline.ProcessingOutput;
import dev.shardline.pipeline.ProcessingOutput.UploadMode;
import dev.shardline.pipeline.PropertyFile;
import dev.shardline.pipeline.Step;
import dev.shardline.pipeline.settings.PreprocessStage;
import dev.shardline.pipeline.settings.PreprocessStage.Sharding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The steps that make manifests and turn them into shards.
final class ManifestSteps {
  private final JobFactory jobs;

  ManifestSteps(JobFactory jobs) {
    this.jobs = jobs;
  }

  /// Lists the source and writes the manifests. Never cached: the source's URI stays the same when
  /// its content changes, and a listing is cheap beside what it saves.
  Step build() {
    ProcessingOutput result =
        jobs.output("result", ContainerPaths.RESULT, UploadMode.END_OF_JOB, "executions", "build");
    return new Step.Processing(
        StepNames.BUILD,
        List.of(),
        CachePolicy.OFF,
        jobs.retries(),
        List.of(new PropertyFile(StepNames.BUILD_RESULT, "result", "build.json")),
        jobs.job(
            StepNames.BUILD,
            jobs.single(jobs.settings().build()),
            jobs.settings().build(),
            jobs.reachable(),
            ContainerCommands.build(jobs.settings().placement().work(), jobs.workload()),
            Map.of(),
            List.of(),
            List.of(result)));
  }

  /// Fits on the train split, on as many machines as the processing that follows. Each knows its
  /// parts from its rank, so none is handed out.
  Step fit() {
    PreprocessStage stage = jobs.settings().preprocess();
    ProcessingOutput fitted =
        jobs.output(
            "fitted",
            ContainerPaths.output("fitted"),
            UploadMode.END_OF_JOB,
            "executions",
            "fitted");
    return new Step.Processing(
        StepNames.FIT,
        List.of(StepNames.BUILD),
        jobs.cache(),
        jobs.retries(),
        List.of(),
        jobs.job(
            StepNames.FIT,
            many(stage),
            stage.size(),
            jobs.reachable(),
            ContainerCommands.fit(BuildResult.dataset(), jobs.settings().placement().work()),
            environment(stage),
            List.of(),
            List.of(fitted)));
  }

  /// Makes the shards.
  Step preprocess() {
    PreprocessStage stage = jobs.settings().preprocess();
    List<ProcessingInput> inputs = new ArrayList<>(inputs(stage, jobs.workload().splits()));
    boolean fitted = jobs.workload().fitted();
    if (fitted) {
      inputs.add(fittedInput());
    }
    return new Step.Processing(
        StepNames.PREPROCESS,
        List.of(fitted ? StepNames.FIT : StepNames.BUILD),
        jobs.cache(),
        jobs.retries(),
        List.of(),
        jobs.job(
            StepNames.PREPROCESS,
            many(stage),
            stage.size(),
            network(stage),
            ContainerCommands.process(manifests(stage), stage.sharding(), fitted),
            environment(stage),
            inputs,
            outputs(stage)));
  }

  /// What [#fit()] left.
  static ProcessingInput fittedInput() {
    return JobFactory.replicated(
        "fitted", StepOutputs.uri(StepNames.FIT, "fitted"), ContainerPaths.FITTED);
  }

  private Cluster many(PreprocessStage stage) {
    return jobs.cluster(
        Expression.parameter(ParameterNames.INSTANCE_TYPE),
        Expression.parameter(ParameterNames.INSTANCE_COUNT),
        stage.size().volumeGigabytes());
  }

  private @Nullable Network network(PreprocessStage stage) {
    return switch (stage.sharding()) {
      case PARTS -> jobs.reachable();
      case OBJECTS -> jobs.settings().security().network();
    };
  }

  /// Where the worker reads the part's samples from.
  private static Expression manifests(PreprocessStage stage) {
    return switch (stage.sharding()) {
      case PARTS -> BuildResult.dataset();
      case OBJECTS -> Expression.text(ContainerPaths.DATASET);
    };
  }

  private static List<ProcessingInput> inputs(PreprocessStage stage, List<String> splits) {
    List<ProcessingInput> inputs = new ArrayList<>();
    if (stage.sharding() == Sharding.OBJECTS) {
      inputs.add(JobFactory.replicated("dataset", BuildResult.dataset(), ContainerPaths.DATASET));
    }
    for (String split : splits) {
      inputs.add(
          switch (stage.sharding()) {
            case PARTS -> sharded(split, BuildResult.parts(split), DataType.S3_PREFIX);
            case OBJECTS -> sharded(split, BuildResult.manifest(split), DataType.MANIFEST_FILE);
          });
    }
    return inputs;
  }

  private static ProcessingInput sharded(String split, Expression uri, DataType type) {
    return new ProcessingInput(
        split, uri, ContainerPaths.input(split), type, Distribution.SHARDED_BY_S3_KEY);
  }

  private List<ProcessingOutput> outputs(PreprocessStage stage) {
    List<ProcessingOutput> outputs = new ArrayList<>();
    List<String> folders = new ArrayList<>(jobs.workload().splits());
    folders.add(ContainerPaths.WORKERS);
    for (String folder : folders) {
      outputs.add(
          jobs.output(folder, ContainerPaths.output(folder), stage.upload(), "runs", folder));
    }
    return outputs;
  }

  private static Map<String, Expression> environment(PreprocessStage stage) {
    Map<String, Expression> environment = new LinkedHashMap<>();
    stage.environment().forEach((key, value) -> environment.put(key, Expression.text(value)));
    return environment;
  }
}
