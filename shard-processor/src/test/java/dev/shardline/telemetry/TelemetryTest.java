package dev.shardline.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shardline.digest.CanonicalJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TelemetryTest {
  private final WorkerMetrics metrics = new WorkerMetrics();

  @Test
  void prometheusGetsOneLineForEachValueWithItsLabels() {
    metrics.add(Counter.SAMPLES_WRITTEN, 7);
    String text = PrometheusText.of(metrics, Map.of("run", "a \"quoted\" one"));

    assertThat(text)
        .contains("# TYPE shardline_samples_written_total counter\n")
        .contains("shardline_samples_written_total{run=\"a \\\"quoted\\\" one\"} 7\n")
        .contains("# TYPE shardline_bytes_in_flight gauge\n")
        .contains("stage=\"recipe\"} 0.000000\n");
    assertThat(text.lines().filter(line -> !line.startsWith("#")))
        .allMatch(line -> line.matches("[a-z_]+\\{.*\\} [0-9.]+"));
  }

  @Test
  void embeddedMetricsTellWhatCameSinceTheLineBefore() throws IOException {
    EmbeddedMetrics embedded = new EmbeddedMetrics(Map.of("Run", "r"));
    metrics.add(Counter.BYTES_READ, 100);
    metrics.add(Counter.BYTES_IN_FLIGHT, 5);
    JsonNode first = parse(embedded.next(metrics, 1000));
    metrics.add(Counter.BYTES_READ, 11);
    JsonNode second = parse(embedded.next(metrics, 2000));

    assertThat(first.path("bytes_read").asLong()).isEqualTo(100);
    assertThat(second.path("bytes_read").asLong()).isEqualTo(11);
    assertThat(second.path("bytes_in_flight").asLong()).isEqualTo(5);
    JsonNode directive = second.path("_aws").path("CloudWatchMetrics").path(0);
    assertThat(directive.path("Dimensions").path(0).path(0).asText()).isEqualTo("Run");
    directive
        .path("Metrics")
        .forEach(metric -> assertThat(second.has(metric.path("Name").asText())).isTrue());
    assertThat(directive.path("Metrics")).hasSizeLessThanOrEqualTo(100);
  }

  private static JsonNode parse(String line) throws IOException {
    assertThat(line).doesNotContain("\n");
    return CanonicalJson.parse(line.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void theBreakdownNamesEveryStage() {
    List<String> lines = StageBreakdown.of(metrics, Duration.ofSeconds(1), 2);

    assertThat(lines).hasSize(Stage.values().length);
    assertThat(lines.get(Stage.RECIPE.ordinal())).startsWith("recipe").contains("% of the cores");
  }

  @Test
  void theFlightRecorderGetsSamples(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("recording.jfr");
    try (Recording recording = new Recording()) {
      recording.enable(SampleProcessedEvent.class);
      recording.start();
      SampleProcessedEvent event = new SampleProcessedEvent();
      event.begin();
      event.end("s1", "written", 12);
      recording.stop();
      recording.dump(file);
    }

    List<RecordedEvent> events = RecordingFile.readAllEvents(file);
    assertThat(events).extracting(one -> one.getString("sample")).containsExactly("s1");
    assertThat(events.getFirst().getLong("bytes")).isEqualTo(12);
  }
}
