package dev.shardline.telemetry;

import dev.shardline.recipe.RecipeStep;
import dev.shardline.recipe.StepTimer;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;

/// Counts and times of one worker. Safe for many threads.
public final class WorkerMetrics implements StepTimer {
  private final Map<Counter, LongAdder> counters =
      Arrays.stream(Counter.values())
          .collect(
              Collectors.toMap(
                  counter -> counter,
                  _ -> new LongAdder(),
                  (one, _) -> one,
                  () -> new EnumMap<>(Counter.class)));
  private final Map<Stage, LongAdder> stageNanos =
      Arrays.stream(Stage.values())
          .collect(
              Collectors.toMap(
                  stage -> stage,
                  _ -> new LongAdder(),
                  (one, _) -> one,
                  () -> new EnumMap<>(Stage.class)));
  private final Map<String, LongAdder> stepNanos = new ConcurrentHashMap<>();

  public void add(Counter counter, long amount) {
    adder(counters, counter).add(amount);
  }

  public long value(Counter counter) {
    return adder(counters, counter).sum();
  }

  /// Adds the time since `startNanos` ([System#nanoTime]) to a stage.
  public void spent(Stage stage, long startNanos) {
    add(stage, System.nanoTime() - startNanos);
  }

  /// Adds nanoseconds to a stage.
  public void add(Stage stage, long nanos) {
    adder(stageNanos, stage).add(nanos);
  }

  public long nanos(Stage stage) {
    return adder(stageNanos, stage).sum();
  }

  private static <K> LongAdder adder(Map<K, LongAdder> adders, K key) {
    LongAdder adder = adders.get(key);
    if (adder == null) {
      throw new IllegalStateException("Every constant has an adder: " + key);
    }
    return adder;
  }

  @Override
  public void ran(RecipeStep step, long nanos) {
    stepNanos.computeIfAbsent(step.position() + " " + step.name(), _ -> new LongAdder()).add(nanos);
  }

  /// Nanoseconds of every step that ran, by `<position> <name>`.
  public SortedMap<String, Long> steps() {
    SortedMap<String, Long> sums = new TreeMap<>();
    stepNanos.forEach((step, nanos) -> sums.put(step, nanos.sum()));
    return Collections.unmodifiableSortedMap(sums);
  }
}
