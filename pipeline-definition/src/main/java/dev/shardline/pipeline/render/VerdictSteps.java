package dev.shardline.pipeline.render;

import static dev.shardline.pipeline.Expression.text;

import dev.shardline.pipeline.CachePolicy;
import dev.shardline.pipeline.Condition;
import dev.shardline.pipeline.Condition.Operator;
import dev.shardline.pipeline.Expression;
import dev.shardline.pipeline.ProcessingInput;
import dev.shardline.pipeline.ProcessingOutput;
import dev.shardline.pipeline.ProcessingOutput.UploadMode;
import dev.shardline.pipeline.PropertyFile;
import dev.shardline.pipeline.Step;
import dev.shardline.pipeline.settings.VerifyStage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The steps that judge what was made.
///
/// The verdict is the JSON document of `shardline conclude`:
///
/// ```json
/// {"intact": true, "leaks": 0, "failed_ratio": 0.0025, "summary": "…"}
/// ```
final class VerdictSteps {
  private final JobFactory jobs;

  VerdictSteps(JobFactory jobs) {
    this.jobs = jobs;
  }

  /// Audits the run on one machine. Never cached: evidence is looked at each time.
  Step verify() {
    VerifyStage stage = jobs.settings().verify();
    List<ProcessingOutput> outputs =
        List.of(
            jobs.output("run", ContainerPaths.output("run"), UploadMode.END_OF_JOB, "runs"),
            jobs.output(
                "result", ContainerPaths.RESULT, UploadMode.END_OF_JOB, "executions", "verify"));
    return new Step.Processing(
        StepNames.VERIFY,
        List.of(StepNames.PREPROCESS),
        CachePolicy.OFF,
        jobs.retries(),
        List.of(new PropertyFile(StepNames.VERDICT, "result", "verdict.json")),
        jobs.job(
            StepNames.VERIFY,
            jobs.single(stage.size()),
            stage.size(),
            jobs.reachable(),
            ContainerCommands.conclude(BuildResult.dataset(), jobs.workload().fitted()),
            Map.of(),
            inputs(),
            outputs));
  }

  private List<ProcessingInput> inputs() {
    List<ProcessingInput> inputs = new ArrayList<>();
    List<String> folders = new ArrayList<>(jobs.workload().splits());
    folders.add(ContainerPaths.WORKERS);
    for (String folder : folders) {
      inputs.add(
          JobFactory.replicated(
              folder,
              StepOutputs.uri(StepNames.PREPROCESS, folder),
              ContainerPaths.RUN + "/" + folder));
    }
    if (jobs.workload().fitted()) {
      inputs.add(ManifestSteps.fittedInput());
    }
    return inputs;
  }

  /// Lets the execution go on only with a run that is whole, leaks nothing and lost little.
  ///
  /// @param accepted what follows then
  Step gate(List<Step> accepted) {
    List<Condition> conditions =
        List.of(
            new Condition.Comparison(Operator.EQUALS, verdict("intact"), new Expression.Flag(true)),
            new Condition.Comparison(Operator.EQUALS, verdict("leaks"), new Expression.Whole(0)),
            new Condition.Comparison(
                Operator.LESS_THAN_OR_EQUAL_TO,
                verdict("failed_ratio"),
                Expression.parameter(ParameterNames.MAX_FAILED_RATIO)));
    return new Step.Choice(
        StepNames.GATE, List.of(StepNames.VERIFY), conditions, accepted, List.of(refuse()));
  }

  private static Step refuse() {
    return new Step.Fail(
        StepNames.REFUSE,
        List.of(),
        Expression.join(
            "",
            text("The audit refuses the run: "),
            verdict("summary"),
            text("; tolerated failed ratio "),
            Expression.parameter(ParameterNames.MAX_FAILED_RATIO)));
  }

  private static Expression verdict(String path) {
    return new Expression.JsonGet(StepNames.VERIFY, StepNames.VERDICT, path);
  }
}
