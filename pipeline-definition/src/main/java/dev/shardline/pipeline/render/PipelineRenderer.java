package dev.shardline.pipeline.render;

import dev.shardline.pipeline.ExperimentConfig;
import dev.shardline.pipeline.Expression;
import dev.shardline.pipeline.Expression.Fact;
import dev.shardline.pipeline.Parameter;
import dev.shardline.pipeline.PipelineDefinition;
import dev.shardline.pipeline.Step;
import dev.shardline.pipeline.settings.Identity;
import dev.shardline.pipeline.settings.PipelineSettings;
import dev.shardline.pipeline.settings.TrainingStage;
import java.util.ArrayList;
import java.util.List;

/// Makes the pipeline: BuildManifests → (Fit) → Preprocess → Verify → AcceptOrRefuse → (Train).
/// Equal settings give an equal definition, to the byte of its JSON.
public final class PipelineRenderer {
  private final JobFactory jobs;

  public PipelineRenderer(PipelineSettings settings, Workload workload) {
    this.jobs = new JobFactory(settings, workload);
  }

  /// @param instances how many machines make the shards, unless chosen otherwise at the start
  public PipelineDefinition render(int instances) {
    return new PipelineDefinition(parameters(instances), experiment(), steps());
  }

  private List<Parameter> parameters(int instances) {
    PipelineSettings settings = jobs.settings();
    List<Parameter> parameters = new ArrayList<>();
    parameters.add(Parameter.ofText(ParameterNames.DATA_URI, jobs.workload().source()));
    parameters.add(Parameter.ofText(ParameterNames.IMAGE_URI, settings.placement().image()));
    parameters.add(
        Parameter.ofText(
            ParameterNames.INSTANCE_TYPE, settings.preprocess().size().instanceType()));
    parameters.add(Parameter.ofWhole(ParameterNames.INSTANCE_COUNT, instances));
    jobs.workload()
        .overrides()
        .forEach((name, override) ->
            parameters.add(
                override.whole()
                    ? Parameter.ofWhole(name, Math.round(override.value()))
                    : Parameter.ofDecimal(name, override.value())));
    parameters.add(
        Parameter.ofDecimal(ParameterNames.MAX_FAILED_RATIO, settings.verify().maxFailedRatio()));
    return parameters;
  }

  private ExperimentConfig experiment() {
    Identity identity = jobs.settings().identity();
    Expression name =
        identity.experiment() == null
            ? Expression.execution(Fact.PIPELINE_NAME)
            : Expression.text(identity.experiment());
    return new ExperimentConfig(name, Expression.execution(Fact.PIPELINE_EXECUTION_ID));
  }

  private List<Step> steps() {
    ManifestSteps manifests = new ManifestSteps(jobs);
    VerdictSteps verdict = new VerdictSteps(jobs);
    List<Step> steps = new ArrayList<>();
    steps.add(manifests.build());
    if (jobs.workload().fitted()) {
      steps.add(manifests.fit());
    }
    steps.add(manifests.preprocess());
    steps.add(verdict.verify());
    steps.add(verdict.gate(accepted()));
    return steps;
  }

  private List<Step> accepted() {
    TrainingStage training = jobs.settings().training();
    return training == null || training.job() == null
        ? List.of()
        : List.of(new TrainingStepFactory(jobs).train(training, training.job()));
  }
}
