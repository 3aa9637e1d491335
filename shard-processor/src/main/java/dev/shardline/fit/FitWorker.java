package dev.shardline.fit;

import dev.shardline.dataset.PartId;
import dev.shardline.dataset.Sample;
import dev.shardline.failure.PermanentException;
import dev.shardline.flow.Arrived;
import dev.shardline.flow.MemoryBudget;
import dev.shardline.flow.SampleNeed;
import dev.shardline.flow.SampleSender;
import dev.shardline.flow.StoppedException;
import dev.shardline.flow.WorkerThreads;
import dev.shardline.lineage.FittedSteps;
import dev.shardline.lineage.FittedSteps.FittedStep;
import dev.shardline.manifest.PartDescription;
import dev.shardline.recipe.FitTarget;
import dev.shardline.recipe.Learning;
import dev.shardline.recipe.Recipe;
import dev.shardline.storage.Content;
import dev.shardline.storage.ObjectLocation;
import dev.shardline.storage.ObjectStore;
import dev.shardline.storage.PublishOutcome;
import dev.shardline.storage.StorageFailure;
import dev.shardline.worker.Assignment;
import dev.shardline.worker.Rank;
import dev.shardline.worker.WorkerContext;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/// One worker of a fit pass. It does its share of the train split's parts, then whatever part is
/// still missing: so nobody waits for a worker that died, and whoever ends has the whole result.
public final class FitWorker {
  private final FitPlan plan;
  private final WorkerContext context;
  private final ObjectStore store;
  private final WorkerThreads threads;
  private int partsDone;

  private FitWorker(FitPlan plan, WorkerContext context, WorkerThreads threads) {
    this.plan = plan;
    this.context = context;
    this.store = context.stores().storeOf(plan.directory());
    this.threads = threads;
  }

  /// Fits every step of the plan's recipe that has to be.
  ///
  /// @throws dev.shardline.failure.ShardlineException if it cannot be done: too many samples that
  ///   cannot be used, nothing to learn from, a store that fails
  public static FitReport run(FitPlan plan, WorkerContext context) throws InterruptedException {
    try (WorkerThreads threads = WorkerThreads.start(plan.limits().cores())) {
      return new FitWorker(plan, context, threads).fit();
    } catch (IOException failure) {
      throw StorageFailure.ending(failure);
    } finally {
      context.control().ended();
    }
  }

  private FitReport fit() throws IOException, InterruptedException {
    Recipe recipe = plan.recipe();
    List<FittedStep> steps = new ArrayList<>();
    Optional<FitTarget> target = FitTarget.of(recipe);
    while (target.isPresent()) {
      FitPass pass = new FitPass(plan, target.get(), store);
      if (!observe(pass, target.get())) {
        return new FitReport(Optional.empty(), partsDone);
      }
      FitPass.Merged merged = pass.merge();
      steps.add(merged.step());
      recipe = merged.recipe();
      target = FitTarget.of(recipe);
    }
    FittedSteps fitted = new FittedSteps(plan.train(), plan.outputVersion(), steps);
    return new FitReport(
        Optional.of(new FitReport.Result(recipe, fitted, publish(fitted))), partsDone);
  }

  private ObjectLocation publish(FittedSteps fitted) throws IOException {
    ObjectLocation file = plan.directory().asDirectory().resolve(fitted.digestName());
    PublishOutcome outcome = store.publish(file, Content.ofBytes(fitted.toBytes()));
    if (outcome instanceof PublishOutcome.AlreadyDifferent) {
      throw new PermanentException(
          "%s holds something else than its name says; remove it".formatted(file));
    }
    return file;
  }

  /// @return whether every part was observed, by this worker or another
  private boolean observe(FitPass pass, FitTarget target) throws IOException, InterruptedException {
    FitWork work = new FitWork(target, context.metrics());
    SampleSender<Optional<String>> sender =
        new SampleSender<>(
            threads,
            context.source(),
            SampleNeed.of(target),
            work,
            new MemoryBudget(plan.limits().memoryBytes(), plan.limits().cores(), context.metrics()),
            plan.limits().fetches(),
            Path.of(System.getProperty("java.io.tmpdir")),
            context.metrics());
    try {
      for (PartDescription part : inOrder()) {
        if (context.control().isStopping()) {
          return false;
        }
        if (!pass.has(part.id())) {
          pass.publish(observe(part, target, work, sender));
          partsDone++;
        }
      }
      return true;
    } catch (StoppedException _) {
      return false;
    }
  }

  /// This worker's share first, then the others' from the next rank on.
  private List<PartDescription> inOrder() {
    List<PartDescription> parts = plan.trainParts();
    int count = plan.rank().count();
    List<PartDescription> ordered = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      List<PartId> share =
          Assignment.byBytes(parts, new Rank((plan.rank().index() + i) % count, count));
      parts.stream().filter(part -> share.contains(part.id())).forEach(ordered::add);
    }
    return ordered;
  }

  private FitPartial observe(
      PartDescription part, FitTarget target, FitWork work, SampleSender<Optional<String>> sender)
      throws IOException, InterruptedException, StoppedException {
    Learning<?> learning = work.begin();
    Deque<CompletableFuture<Arrived<Optional<String>>>> onTheirWay = new ArrayDeque<>();
    Tally tally = new Tally();
    for (Sample sample : plan.dataset().samples(part.id())) {
      if (onTheirWay.size() >= plan.limits().window()) {
        tally.add(await(onTheirWay.remove()));
      }
      onTheirWay.add(sender.send(sample, part.id().split()));
    }
    while (!onTheirWay.isEmpty()) {
      tally.add(await(onTheirWay.remove()));
    }
    return new FitPartial(
        target.digest(),
        part.id(),
        part.samples(),
        tally.samples,
        tally.unusable,
        tally.example,
        learning.write());
  }

  private Optional<String> await(CompletableFuture<Arrived<Optional<String>>> arriving)
      throws IOException, InterruptedException, StoppedException {
    try {
      return context.control().get(arriving).result();
    } catch (ExecutionException failure) {
      throw asThrown(failure);
    }
  }

  private static IOException asThrown(ExecutionException failure) {
    return switch (failure.getCause()) {
      case IOException io -> io;
      case RuntimeException known -> throw known;
      case Error error -> throw error;
      case null, default -> throw new IllegalStateException(failure);
    };
  }

  /// Counts a part's samples, in their order.
  private final class Tally {
    private long samples;
    private long unusable;
    private String example = "";

    void add(Optional<String> problem) {
      samples++;
      if (problem.isPresent()) {
        unusable++;
        example = example.isEmpty() ? problem.get() : example;
        plan.failures().check(unusable, plan.trainSamples(), problem.get());
      }
    }
  }
}
