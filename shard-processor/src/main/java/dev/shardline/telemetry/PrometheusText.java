package dev.shardline.telemetry;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Counts and times of a worker in Prometheus's text format (version 0.0.4): for a file that the
/// node exporter's textfile collector reads.
public final class PrometheusText {
  private static final double NANOS = 1e9;

  private PrometheusText() {}

  /// @param labels go on every line, in their order: `rank`, `run`
  public static String of(WorkerMetrics metrics, Map<String, String> labels) {
    StringBuilder text = new StringBuilder();
    for (Counter counter : Counter.values()) {
      boolean gauge = counter.isGauge();
      String name = "shardline_" + counter.fileName() + (gauge ? "" : "_total");
      head(text, name, gauge ? "gauge" : "counter");
      line(text, name, labels, Map.of(), String.valueOf(metrics.value(counter)));
    }
    String name = "shardline_stage_seconds_total";
    head(text, name, "counter");
    for (Stage stage : Stage.values()) {
      line(text, name, labels, Map.of("stage", stage.fileName()), seconds(metrics.nanos(stage)));
    }
    String steps = "shardline_step_seconds_total";
    head(text, steps, "counter");
    metrics
        .steps()
        .forEach((step, nanos) -> line(text, steps, labels, Map.of("step", step), seconds(nanos)));
    return text.toString();
  }

  private static void head(StringBuilder text, String name, String type) {
    text.append("# TYPE ").append(name).append(' ').append(type).append('\n');
  }

  private static void line(
      StringBuilder text,
      String name,
      Map<String, String> labels,
      Map<String, String> own,
      String value) {
    String all =
        Stream.concat(labels.entrySet().stream(), own.entrySet().stream())
            .map(label -> label.getKey() + "=\"" + escaped(label.getValue()) + "\"")
            .collect(Collectors.joining(","));
    text.append(name);
    if (!all.isEmpty()) {
      text.append('{').append(all).append('}');
    }
    text.append(' ').append(value).append('\n');
  }

  private static String escaped(String value) {
    return value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
  }

  private static String seconds(long nanos) {
    return String.format(Locale.ROOT, "%.6f", nanos / NANOS);
  }
}
