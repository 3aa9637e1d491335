package dev.shardline.pipeline.dryrun;

import dev.shardline.failure.UsageException;
import dev.shardline.pipeline.Expression;
import dev.shardline.pipeline.PipelineDefinition;
import dev.shardline.pipeline.Step;
import dev.shardline.pipeline.StepExpressions;
import dev.shardline.pipeline.dryrun.DryRunEvent.StepStatus;
import dev.shardline.pipeline.json.DefinitionReader;
import dev.shardline.storage.StoreProvider;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/// Executes a definition's JSON on this machine.
public final class DryRun {
  private final PipelineDefinition definition;
  private final ContainerEngine engine;
  private final StoreProvider stores;
  private final DryRunOptions options;
  private final Consumer<DryRunEvent> listener;
  private final List<String> doubts = new ArrayList<>();

  /// @param definition the JSON as it would be deployed
  /// @param engine stays the caller's
  /// @param listener called from several threads, one at a time
  public DryRun(
      String definition,
      ContainerEngine engine,
      StoreProvider stores,
      DryRunOptions options,
      Consumer<DryRunEvent> listener) {
    this.definition = DefinitionReader.read(definition);
    this.engine = engine;
    this.stores = stores;
    this.options = options;
    this.listener = listener;
  }

  private synchronized void tell(DryRunEvent event) {
    if (event instanceof DryRunEvent.Doubt(String step, String message)) {
      doubts.add(step + ": " + message);
    }
    listener.accept(event);
  }

  /// Runs every step that is reached, several at once where they do not wait for each other.
  ///
  /// @param parameters the values chosen for the start
  /// @throws UsageException if a parameter is wrong, or the engine has nothing for an image
  public ExecutionReport run(ExecutionIdentity identity, Map<String, String> parameters)
      throws InterruptedException {
    Values values = new Values(ParameterValues.of(definition, parameters), identity, stores);
    refuseUnknownImages(values);
    StepExecutor executor = new StepExecutor(identity, options, values, engine, stores, this::tell);
    Progress progress = new Progress(definition.steps());
    try (ExecutorService threads = Executors.newFixedThreadPool(options.parallelism())) {
      ExecutorCompletionService<Finished> running = new ExecutorCompletionService<>(threads);
      int active = 0;
      while (true) {
        for (Step step : progress.takeReady()) {
          running.submit(() -> new Finished(step, executor.execute(step)));
          active++;
        }
        if (active == 0) {
          break;
        }
        Finished finished = result(running);
        active--;
        progress.finished(finished.step(), finished.result());
        tellEnd(finished.result().report());
      }
    }
    return new ExecutionReport(identity, reports(progress), doubts);
  }

  private record Finished(Step step, StepExecutor.Result result) {}

  private static Finished result(ExecutorCompletionService<Finished> running)
      throws InterruptedException {
    try {
      return running.take().get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("A step ended unforeseen", e.getCause());
    }
  }

  private void tellEnd(StepReport report) {
    tell(new DryRunEvent.Ended(report.name(), report.status(), report.reason()));
  }

  private List<StepReport> reports(Progress progress) {
    List<StepReport> reports = new ArrayList<>();
    for (Step step : allSteps(definition.steps())) {
      reports.add(progress.report(step));
    }
    return reports;
  }

  static List<Step> allSteps(List<Step> steps) {
    List<Step> all = new ArrayList<>();
    for (Step step : steps) {
      all.add(step);
      if (step instanceof Step.Choice choice) {
        all.addAll(allSteps(choice.whenTrue()));
        all.addAll(allSteps(choice.whenFalse()));
      }
    }
    return all;
  }

  /// A processing step whose image the engine lacks would fail after hours; it is told at once.
  private void refuseUnknownImages(Values values) {
    for (Step step : allSteps(definition.steps())) {
      if (step instanceof Step.Processing processing) {
        String image = image(processing.job().container().image(), values);
        if (!image.isEmpty() && !engine.canRun(image)) {
          throw new UsageException(
              "Step %s needs the image %s, which is not on this machine; pull or build it, or give a local command for it"
                  .formatted(step.name(), image));
        }
      }
    }
  }

  /// The image's name; empty if only an earlier step can tell it.
  private static String image(Expression expression, Values values) {
    try {
      return values.text(expression);
    } catch (StepFailedException unknownYet) {
      return "";
    }
  }

  /// Which steps are done, and which may begin.
  private static final class Progress {
    private final Map<String, StepReport> done = new LinkedHashMap<>();
    private final List<Step> waiting;
    private boolean failed;

    Progress(List<Step> steps) {
      this.waiting = new ArrayList<>(steps);
    }

    /// The steps whose predecessors have all succeeded; none once a step has failed.
    List<Step> takeReady() {
      List<Step> ready = new ArrayList<>();
      if (!failed) {
        for (Step step : waiting) {
          if (StepExpressions.dependencies(step).stream().allMatch(this::hasSucceeded)) {
            ready.add(step);
          }
        }
        waiting.removeAll(ready);
      }
      return ready;
    }

    private boolean hasSucceeded(String name) {
      StepReport report = done.get(name);
      return report != null && report.status() != StepStatus.FAILED;
    }

    void finished(Step step, StepExecutor.Result result) {
      done.put(step.name(), result.report());
      failed |= result.report().status() == StepStatus.FAILED;
      waiting.addAll(result.taken());
    }

    StepReport report(Step step) {
      StepReport report = done.get(step.name());
      return report != null
          ? report
          : StepExecutor.report(step, StepStatus.NOT_REACHED, 0, false, "");
    }
  }
}
