package dev.shardline.telemetry;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Where a worker's time went, in lines for people.
public final class StageBreakdown {
  private static final double NANOS = 1e9;
  private static final Set<Stage> ON_CORES = EnumSet.of(Stage.DIGEST, Stage.RECIPE, Stage.ENCODE);

  private StageBreakdown() {}

  /// One line for each stage and step. Seconds add up over all threads; the share of the cores is
  /// that of `elapsed` times `cores`.
  public static List<String> of(WorkerMetrics metrics, Duration elapsed, int cores) {
    double available = Math.max(1, (double) elapsed.toNanos() * cores);
    List<String> lines = new ArrayList<>();
    for (Stage stage : Stage.values()) {
      String share =
          ON_CORES.contains(stage)
              ? String.format(
                  Locale.ROOT, "  %4.1f %% of the cores", 100 * metrics.nanos(stage) / available)
              : "";
      lines.add(line(stage.fileName(), metrics.nanos(stage)) + share);
    }
    metrics.steps().forEach((step, nanos) -> lines.add(line("  step " + step, nanos)));
    return lines;
  }

  private static String line(String name, long nanos) {
    return String.format(Locale.ROOT, "%-32s %10.2f s", name, nanos / NANOS);
  }
}
