package dev.shardline.pipeline.dryrun;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shardline.digest.CanonicalJson;
import dev.shardline.pipeline.CachePolicy;
import dev.shardline.pipeline.ProcessingJob;
import dev.shardline.pipeline.RetryPolicy;
import dev.shardline.pipeline.Step;
import dev.shardline.pipeline.TrainingJob;
import dev.shardline.pipeline.dryrun.DryRunEvent.StepStatus;
import dev.shardline.pipeline.json.DefinitionWriter;
import dev.shardline.storage.StoreProvider;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/// Executes one step after the ones it waits for.
final class StepExecutor {
  private final ExecutionIdentity identity;
  private final DryRunOptions options;
  private final Values values;
  private final StepCache cache;
  private final Attempts attempts;
  private final ProcessingRunner processing;
  private final TrainingRunner training;
  private final ContainerEngine engine;
  private final Consumer<DryRunEvent> listener;

  StepExecutor(
      ExecutionIdentity identity,
      DryRunOptions options,
      Values values,
      ContainerEngine engine,
      StoreProvider stores,
      Consumer<DryRunEvent> listener) {
    this.identity = identity;
    this.options = options;
    this.values = values;
    this.engine = engine;
    this.listener = listener;
    this.cache = new StepCache(options.folder().resolve("cache"), identity.start());
    this.attempts = new Attempts(options.faults(), listener);
    InputDelivery delivery = new InputDelivery(stores, options.order(), options.seed());
    ContainerRuns containers = new ContainerRuns(engine, options.surroundings(), listener);
    this.processing = new ProcessingRunner(stores, delivery, containers, listener);
    this.training = new TrainingRunner(stores, delivery, containers, listener);
  }

  /// What became of a step.
  ///
  /// @param taken the steps of the branch that a condition chose
  record Result(StepReport report, List<Step> taken) {}

  Result execute(Step step) throws InterruptedException {
    AtomicInteger tries = new AtomicInteger();
    try {
      return switch (step) {
        case Step.Processing one -> processing(one, tries);
        case Step.Training one -> training(one, tries);
        case Step.Choice choice -> choose(choice);
        case Step.Fail fail -> throw StepFailedException.permanent(values.text(fail.message()));
      };
    } catch (StepFailedException e) {
      return result(step, StepStatus.FAILED, tries.get(), false, e.reason());
    } catch (IOException e) {
      return result(step, StepStatus.FAILED, tries.get(), false, "the step cache failed: " + e);
    }
  }

  private Result processing(Step.Processing step, AtomicInteger tries)
      throws StepFailedException, InterruptedException, IOException {
    ProcessingJob job = new Resolution(values).of(step.job());
    return job(
        step,
        step.cache(),
        step.retries(),
        DefinitionWriter.arguments(job),
        tries,
        place -> processing.run(place, job),
        StepStatus.SUCCEEDED);
  }

  private Result training(Step.Training step, AtomicInteger tries)
      throws StepFailedException, InterruptedException, IOException {
    TrainingJob job = new Resolution(values).of(step.job());
    boolean runnable = engine.canRun(Resolution.textOf(job.container().image()));
    return job(
        step,
        step.cache(),
        step.retries(),
        DefinitionWriter.arguments(job),
        tries,
        place -> training.run(place, job, runnable),
        runnable ? StepStatus.SUCCEEDED : StepStatus.PREPARED);
  }

  private interface Job {
    ObjectNode run(JobPlace place) throws StepFailedException, InterruptedException;
  }

  private Result job(
      Step step,
      CachePolicy policy,
      List<RetryPolicy> retries,
      ObjectNode request,
      AtomicInteger tries,
      Job job,
      StepStatus status)
      throws StepFailedException, InterruptedException, IOException {
    String key = StepCache.key(identity.pipeline(), step.name(), request);
    Optional<JsonNode> earlier = cache.find(key, policy);
    if (earlier.isPresent()) {
      values.finished(step, earlier.get());
      String name = earlier.get().path("ProcessingJobName").asText();
      listener.accept(new DryRunEvent.CacheHit(step.name(), name));
      return result(step, status, 0, true, "result of " + name);
    }
    JsonNode description =
        attempts.run(
            step.name(),
            retries,
            number -> {
              tries.set(number);
              listener.accept(new DryRunEvent.Started(step.name(), number));
              return job.run(place(step, number));
            });
    values.finished(step, description);
    cache.remember(key, description);
    return result(step, status, tries.get(), false, "");
  }

  private JobPlace place(Step step, int attempt) {
    String name = identity.jobName(step.name(), attempt);
    String kind = step instanceof Step.Training ? "training-job/" : "processing-job/";
    return new JobPlace(
        step.name(),
        name,
        identity.arn(kind + name.toLowerCase(Locale.ROOT)),
        options
            .folder()
            .resolve("executions")
            .resolve(identity.id())
            .resolve(step.name())
            .resolve("attempt-" + attempt));
  }

  private Result choose(Step.Choice choice) throws StepFailedException {
    boolean holds = new Conditions(values).all(choice.conditions());
    ObjectNode description = CanonicalJson.object();
    values.finished(choice, description.put("Outcome", holds ? "True" : "False"));
    return new Result(
        report(choice, StepStatus.SUCCEEDED, 1, false, holds ? "true" : "false"),
        holds ? choice.whenTrue() : choice.whenFalse());
  }

  private static Result result(
      Step step, StepStatus status, int tries, boolean cacheHit, String reason) {
    return new Result(report(step, status, tries, cacheHit, reason), List.of());
  }

  static StepReport report(
      Step step, StepStatus status, int tries, boolean cacheHit, String reason) {
    String type =
        switch (step) {
          case Step.Processing _ -> "Processing";
          case Step.Training _ -> "Training";
          case Step.Choice _ -> "Condition";
          case Step.Fail _ -> "Fail";
        };
    return new StepReport(step.name(), type, status, tries, cacheHit, reason);
  }
}
