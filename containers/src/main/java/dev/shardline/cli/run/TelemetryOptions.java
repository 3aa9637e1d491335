package dev.shardline.cli.run;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// What a worker tells of itself while it works.
final class TelemetryOptions {
  @Option(
      names = "--metrics-file",
      paramLabel = "FILE",
      description =
          "Keep counts and times there in Prometheus's text format, for the node exporter's"
              + " textfile collector.")
  private @Nullable Path metricsFile;

  @Option(
      names = "--metrics-emf",
      description = "Log counts and times once a minute in CloudWatch's embedded metric format.")
  private boolean embedded;

  @Nullable Path metricsFile() {
    return metricsFile;
  }

  boolean embedded() {
    return embedded;
  }
}
