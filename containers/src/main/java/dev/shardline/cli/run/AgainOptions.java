package dev.shardline.cli.run;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/// How a run is worked on again.
final class AgainOptions {
  private static final int MOST = 1000;

  @Option(
      names = "--instances",
      paramLabel = "N",
      description = "How many worker processes (default: ${DEFAULT-VALUE}).")
  private int instances = 1;

  @Option(
      names = "--tolerated-failure-ratio",
      paramLabel = "R",
      description = "How many samples may fail, 0 to 1 (default: as the run was begun).")
  private @Nullable BigDecimal tolerated;

  int instances(CommandSpec spec) {
    if (instances < 1 || instances > MOST) {
      throw new ParameterException(
          spec.commandLine(), "--instances: expected 1 to 1000, found " + instances);
    }
    return instances;
  }

  @Nullable BigDecimal tolerated(CommandSpec spec) {
    if (tolerated != null && (tolerated.signum() < 0 || tolerated.compareTo(BigDecimal.ONE) > 0)) {
      throw new ParameterException(
          spec.commandLine(), "--tolerated-failure-ratio: expected 0 to 1, found " + tolerated);
    }
    return tolerated;
  }
}
