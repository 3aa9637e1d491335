package dev.shardline.cli.pipeline;

import dev.shardline.cli.session.ConfigOptions;
import dev.shardline.cli.session.Locations;
import dev.shardline.cli.session.Session;
import dev.shardline.storage.ObjectLocation;
import java.io.IOException;
import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// What every pipeline command takes.
final class PipelineOptions {
  @Mixin private ConfigOptions config = new ConfigOptions();

  @Option(
      names = "--dataset",
      paramLabel = "URI",
      converter = Locations.class,
      description = "A built data set, to plan the number of machines with its parts.")
  private @Nullable ObjectLocation dataset;

  PreparedPipeline prepare(Session session) throws IOException {
    return PreparedPipeline.of(config.load(), session.stores(), dataset);
  }

  /// Tells the warnings on standard error, where they do not disturb a result.
  static void warn(Session session, PreparedPipeline pipeline, PrintWriter err) {
    if (session.isTalkative()) {
      pipeline
          .warnings()
          .forEach(warning -> err.println("warning: " + warning.show(pipeline.root())));
      err.flush();
    }
  }
}
