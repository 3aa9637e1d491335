package dev.shardline.flow;

import dev.shardline.dataset.SourceObject;
import dev.shardline.recipe.Recipe;
import dev.shardline.telemetry.WorkerMetrics;
import dev.shardline.threads.WaitingThreads;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/// Foretells what samples will take of a worker's memory, just as the worker will: by their headers
/// and the recipe.
public final class MemoryForecast {
  private final SampleNeed need;
  private final SampleSource source;

  public MemoryForecast(Recipe recipe, SampleSource source) {
    this.need = SampleNeed.of(recipe);
    this.source = source;
  }

  /// What the samples need, each for itself, in their order. Samples that cannot be read, or whose
  /// header cannot be used, are left out: the worker will say what is wrong with them.
  ///
  /// @param samples each sample's objects; their headers are read all at once
  public List<SampleMemory> of(List<List<SourceObject>> samples) throws InterruptedException {
    try (ExecutorService threads = WaitingThreads.pool("header")) {
      SampleHeads heads =
          new SampleHeads(need.decoder(), new ObjectReader(source, threads, new WorkerMetrics()));
      List<Future<Optional<SampleMemory>>> asked = new ArrayList<>();
      for (List<SourceObject> objects : samples) {
        asked.add(threads.submit(() -> ofOne(heads, objects)));
      }
      List<SampleMemory> needs = new ArrayList<>();
      for (Future<Optional<SampleMemory>> answer : asked) {
        answer.get().ifPresent(needs::add);
      }
      return needs;
    } catch (ExecutionException unforeseen) {
      throw new IllegalStateException(unforeseen.getCause());
    }
  }

  private Optional<SampleMemory> ofOne(SampleHeads heads, List<SourceObject> objects)
      throws InterruptedException {
    try {
      return Optional.of(need.inMemory(heads.read(objects)));
    } catch (IOException | UnusableSampleException _) {
      return Optional.empty();
    }
  }
}
