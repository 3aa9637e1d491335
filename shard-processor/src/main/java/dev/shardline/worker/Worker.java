package dev.shardline.worker;

import dev.shardline.commit.PartCommitter;
import dev.shardline.commit.PartReuse;
import dev.shardline.commit.PartSealer;
import dev.shardline.commit.StagedSample;
import dev.shardline.failure.PermanentException;
import dev.shardline.flow.MemoryBudget;
import dev.shardline.flow.SampleNeed;
import dev.shardline.flow.SampleSender;
import dev.shardline.flow.StoppedException;
import dev.shardline.flow.WorkerControl;
import dev.shardline.flow.WorkerThreads;
import dev.shardline.lineage.OtherFormatException;
import dev.shardline.storage.StorageFailure;
import dev.shardline.telemetry.WorkerMetrics;
import dev.shardline.threads.WaitingThreads;
import dev.shardline.worker.WorkerReport.Outcome;
import java.io.IOException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/// One worker: does its share of a run, part after part, and commits each. Fetching, the recipe on
/// the cores, writing in manifest order and committing overlap; what is under way is bounded by the
/// memory budget.
public final class Worker {
  /// Publishing mostly waits.
  private static final int LEAST_COMMITS = 4;

  private final WorkerPlan plan;
  private final WorkerControl control;
  private final WorkerTally tally;
  private final CommitQueue commits;
  private final PartFeeder feeder;
  private final PartWriter writer;

  private Worker(WorkerPlan plan, WorkerContext context, WorkerThreads threads) {
    this.plan = plan;
    this.control = context.control();
    WorkerMetrics metrics = context.metrics();
    WorkerSettings settings = plan.settings();
    PartCommitter committer =
        new PartCommitter(
            context.stores().storeOf(plan.directory()), plan.directory(), context.observer());
    MemoryBudget budget =
        new MemoryBudget(settings.limits().memoryBytes(), settings.limits().cores(), metrics);
    this.tally = new WorkerTally(settings.failures(), assignedSamples(plan), metrics);
    this.commits =
        new CommitQueue(
            Math.max(LEAST_COMMITS, settings.limits().cores()),
            threads.committing(),
            new PartSealer(plan.shards(), context.observer()),
            committer,
            tally,
            metrics,
            control);
    SampleSender<StagedSample> sender =
        new SampleSender<>(
            threads,
            context.source(),
            SampleNeed.of(plan.recipe()),
            new SampleProcessor(plan.recipe(), plan.shards().format(), settings.scratch(), metrics),
            budget,
            settings.limits().fetches(),
            settings.scratch(),
            metrics);
    PartReuse reuse =
        new PartReuse(context.stores().storeOf(plan.directory()), settings.earlierRuns());
    this.feeder = new PartFeeder(plan, committer, context.observer(), sender, control, reuse);
    this.writer = new PartWriter(tally, commits, budget, metrics, control);
  }

  private static long assignedSamples(WorkerPlan plan) {
    return plan.parts().stream().mapToLong(id -> plan.dataset().part(id).counts().samples()).sum();
  }

  /// Does the plan's share.
  ///
  /// @throws dev.shardline.failure.ShardlineException if the share cannot be done: too many samples
  ///   in quarantine, contradicting results, a store that fails
  /// @throws InterruptedException if the calling thread is interrupted, which may cost the part in
  ///   work; the context's control stops a worker without loss
  public static WorkerReport run(WorkerPlan plan, WorkerContext context)
      throws InterruptedException {
    try (WorkerThreads threads = WorkerThreads.start(plan.settings().limits().cores())) {
      return new Worker(plan, context, threads).work(System.nanoTime());
    } catch (OtherFormatException other) {
      throw new PermanentException(
          other.getMessage() + ". Use the version that wrote it, or choose another output.", other);
    } catch (IOException failure) {
      throw StorageFailure.ending(failure);
    } finally {
      context.control().ended();
    }
  }

  private WorkerReport work(long start) throws IOException, InterruptedException {
    BlockingQueue<FlowEvent> events = new ArrayBlockingQueue<>(plan.settings().limits().window());
    Thread feeding = WaitingThreads.of("feeder", () -> feeder.feed(events));
    feeding.start();
    try {
      writer.write(events);
      Outcome outcome = control.isStopping() ? Outcome.STOPPED : Outcome.DONE;
      return tally.report(outcome, commits.awaitAll(), start);
    } catch (StoppedException _) {
      return tally.report(Outcome.STOPPED, commits.committed(), start);
    } finally {
      PartWriter.abandon(events, feeding);
      writer.close();
    }
  }
}
