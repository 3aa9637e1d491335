package dev.shardline.worker;

import dev.shardline.commit.CommitObserver;
import dev.shardline.commit.PartCommitter;
import dev.shardline.commit.PartReuse;
import dev.shardline.commit.PartSpool;
import dev.shardline.commit.StagedPart;
import dev.shardline.commit.StagedSample;
import dev.shardline.dataset.PartId;
import dev.shardline.dataset.Sample;
import dev.shardline.failure.PermanentException;
import dev.shardline.flow.SampleSender;
import dev.shardline.flow.WorkerControl;
import dev.shardline.lineage.Ledger;
import dev.shardline.lineage.LedgerHeader;
import dev.shardline.lineage.SampleEntry;
import dev.shardline.manifest.PartDescription;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;

/// Opens one part after another and sends their samples on their way, as many at once as the queue
/// to the writer takes. For one thread.
final class PartFeeder {
  private final WorkerPlan plan;
  private final PartCommitter committer;
  private final CommitObserver observer;
  private final SampleSender<StagedSample> sender;
  private final WorkerControl control;
  private final PartReuse reuse;

  PartFeeder(
      WorkerPlan plan,
      PartCommitter committer,
      CommitObserver observer,
      SampleSender<StagedSample> sender,
      WorkerControl control,
      PartReuse reuse) {
    this.plan = plan;
    this.committer = committer;
    this.observer = observer;
    this.sender = sender;
    this.control = control;
    this.reuse = reuse;
  }

  /// Feeds every part, then says that nothing follows, or why. Ends early when interrupted.
  void feed(BlockingQueue<FlowEvent> events) {
    try {
      events.put(feedAll(events));
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private FlowEvent feedAll(BlockingQueue<FlowEvent> events) throws InterruptedException {
    try {
      for (PartId id : plan.parts()) {
        if (control.isStopping()) {
          break;
        }
        feed(plan.dataset().part(id), events);
      }
      return new FlowEvent.Ended();
    } catch (IOException | RuntimeException | Error failure) {
      return new FlowEvent.Failed(failure);
    }
  }

  private void feed(PartDescription description, BlockingQueue<FlowEvent> events)
      throws IOException, InterruptedException {
    LedgerHeader header = plan.header(description);
    Optional<Ledger> done = committer.committed(header);
    if (done.isPresent()) {
      events.put(new FlowEvent.PartFoundDone(done.get()));
      return;
    }
    if (isTakenOver(header, events)) {
      return;
    }
    List<Sample> samples = plan.dataset().samples(header.part());
    PartSpool spool = PartSpool.open(plan.settings().scratch(), header, plan.shards(), observer);
    int spooled = spool.samples().size();
    try {
      requireSamplesOfPart(samples, spool);
      events.put(new FlowEvent.PartBegun(spool));
    } catch (InterruptedException | RuntimeException failure) {
      closeAfter(failure, spool);
      throw failure;
    }
    for (Sample sample : samples.subList(spooled, samples.size())) {
      events.put(new FlowEvent.SampleComing(sender.send(sample, header.part().split())));
    }
    events.put(new FlowEvent.PartEnded());
  }

  /// Whoever is interrupted stays so, even if the disk is full when the journal is closed.
  private static void closeAfter(Exception failure, PartSpool spool) {
    try {
      spool.close();
    } catch (IOException unclosed) {
      failure.addSuppressed(unclosed);
    }
  }

  private boolean isTakenOver(LedgerHeader header, BlockingQueue<FlowEvent> events)
      throws IOException, InterruptedException {
    if (plan.settings().earlierRuns().isEmpty()) {
      return false;
    }
    Path scratch = Files.createDirectories(plan.settings().scratch());
    try (TemporaryFolder work = TemporaryFolder.in(scratch)) {
      return switch (reuse.stage(header, work.path())) {
        case PartReuse.Found.Whole(StagedPart staged) -> {
          events.put(new FlowEvent.PartReused(committer.commit(staged).ledger()));
          yield true;
        }
        case PartReuse.Found.Nothing(String why) -> {
          events.put(new FlowEvent.PartNotReused(header.part(), why));
          yield false;
        }
      };
    }
  }

  private void requireSamplesOfPart(List<Sample> samples, PartSpool spool) {
    List<String> found = spool.samples().stream().map(SampleEntry::sample).toList();
    List<String> expected = samples.stream().map(Sample::id).limit(found.size()).toList();
    if (!found.equals(expected)) {
      throw new PermanentException(
          "The unfinished part %s in %s does not hold the samples of its part; remove that folder"
              .formatted(spool.part().part(), plan.settings().scratch()));
    }
  }
}
