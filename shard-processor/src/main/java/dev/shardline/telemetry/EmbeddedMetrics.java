package dev.shardline.telemetry;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shardline.digest.CanonicalJson;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/// A line in CloudWatch's embedded metric format: put into a container's log, CloudWatch makes
/// metrics of it without any further call. Counts are what came since the line before.
public final class EmbeddedMetrics {
  private static final String NAMESPACE = "Shardline";
  private static final double NANOS = 1e9;

  private final Map<String, String> dimensions;
  private final long[] told = new long[Counter.values().length];
  private final long[] toldNanos = new long[Stage.values().length];

  /// @param dimensions what the metrics are told apart by, in order: `Run`
  public EmbeddedMetrics(Map<String, String> dimensions) {
    this.dimensions = dimensions;
  }

  /// The next line, without its end. One thread at a time.
  ///
  /// @param epochMillis when the values were taken
  public String next(WorkerMetrics metrics, long epochMillis) {
    ObjectNode node = CanonicalJson.object();
    ObjectNode aws = node.putObject("_aws").put("Timestamp", epochMillis);
    ObjectNode directive =
        aws.putArray("CloudWatchMetrics").addObject().put("Namespace", NAMESPACE);
    ArrayNode names = directive.putArray("Dimensions").addArray();
    ArrayNode definitions = directive.putArray("Metrics");
    dimensions.forEach((name, value) -> {
      names.add(name);
      node.put(name, value);
    });
    for (Counter counter : Counter.values()) {
      definitions.addObject().put("Name", counter.fileName()).put("Unit", unit(counter));
      node.put(counter.fileName(), sinceLast(counter, metrics.value(counter)));
    }
    for (Stage stage : Stage.values()) {
      String name = stage.fileName() + "_seconds";
      long nanos = metrics.nanos(stage);
      definitions.addObject().put("Name", name).put("Unit", "Seconds");
      node.put(name, (nanos - toldNanos[stage.ordinal()]) / NANOS);
      toldNanos[stage.ordinal()] = nanos;
    }
    return new String(CanonicalJson.line(node), StandardCharsets.UTF_8);
  }

  private long sinceLast(Counter counter, long value) {
    if (counter.isGauge()) {
      return value;
    }
    long before = told[counter.ordinal()];
    told[counter.ordinal()] = value;
    return value - before;
  }

  private static String unit(Counter counter) {
    return switch (counter) {
      case BYTES_READ, BYTES_WRITTEN, BYTES_IN_FLIGHT -> "Bytes";
      case SAMPLES_WRITTEN,
          SAMPLES_DROPPED,
          SAMPLES_QUARANTINED,
          RECORDS_WRITTEN,
          PARTS_COMMITTED,
          PARTS_FOUND_DONE,
          PARTS_REUSED,
          FETCH_RETRIES,
          SAMPLES_IN_FLIGHT ->
          "Count";
    };
  }
}
