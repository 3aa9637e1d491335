package dev.shardline.fit;

import dev.shardline.dataset.Sample;
import dev.shardline.dataset.Split;
import dev.shardline.failure.MalformedDataException;
import dev.shardline.failure.PermanentException;
import dev.shardline.failure.Reason;
import dev.shardline.failure.RetryableException;
import dev.shardline.flow.SampleWork;
import dev.shardline.flow.UnusableSampleException;
import dev.shardline.recipe.FitRun;
import dev.shardline.recipe.FitTarget;
import dev.shardline.recipe.Headroom;
import dev.shardline.recipe.Item;
import dev.shardline.recipe.Learning;
import dev.shardline.recipe.SampleFacts;
import dev.shardline.recipe.SourceObjects;
import dev.shardline.telemetry.Stage;
import dev.shardline.telemetry.WorkerMetrics;
import java.util.Optional;

/// Shows samples to a step that is being fitted. A sample's result is what was wrong with it; empty
/// if it could be used.
final class FitWork implements SampleWork<Optional<String>> {
  private final FitTarget target;
  private final WorkerMetrics metrics;
  private volatile Learning<?> learning;

  FitWork(FitTarget target, WorkerMetrics metrics) {
    this.target = target;
    this.metrics = metrics;
    this.learning = target.learning();
  }

  /// Begins anew, for another part. Not while samples are on their way.
  Learning<?> begin() {
    learning = target.learning();
    return learning;
  }

  @Override
  public Optional<String> process(
      Sample sample, Split split, SourceObjects source, Headroom headroom) {
    long start = System.nanoTime();
    FitRun run = new FitRun(target, metrics, headroom);
    try {
      learning.observe(run.run(Item.of(SampleFacts.of(sample, split, target.seed()), source)));
      return Optional.empty();
    } catch (MalformedDataException e) {
      String place = run.failedAt().orElse(target.step()) + ": ";
      return Optional.of(text(sample, e.reason(), place + e.getMessage()));
    } catch (PermanentException | RetryableException meant) {
      throw meant;
    } catch (RuntimeException e) {
      return Optional.of(text(sample, Reason.STEP_FAILED, target.step() + ": " + e));
    } finally {
      metrics.spent(Stage.RECIPE, start);
    }
  }

  @Override
  public Optional<String> unusable(Sample sample, UnusableSampleException why) {
    return Optional.of(text(sample, why.reason(), String.valueOf(why.getMessage())));
  }

  private static String text(Sample sample, Reason reason, String detail) {
    return sample.id() + ": " + reason.fileName() + ": " + detail;
  }

  @Override
  public long heldBytes(Optional<String> result) {
    return 0;
  }
}
