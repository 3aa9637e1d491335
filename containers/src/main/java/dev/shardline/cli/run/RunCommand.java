package dev.shardline.cli.run;

import dev.shardline.cli.session.CommonOptions;
import dev.shardline.cli.session.ConfigOptions;
import dev.shardline.cli.session.Locations;
import dev.shardline.cli.session.Session;
import dev.shardline.failure.ExitCode;
import dev.shardline.storage.ObjectLocation;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `shardline run`: everything on this machine.
@Command(
    name = "run",
    header = "Build, process with N workers, index and report, on this machine.",
    description =
        "Running the same command again goes on where an earlier one was stopped or killed, and"
            + " gives the same bytes.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  shardline run shardline.yaml --work work/ --instances 4",
      "  shardline run shardline.yaml --work s3://bucket/work/ --set"
          + " dataset.source=s3://bucket/mri/"
    })
public final class RunCommand implements Callable<Integer> {
  @Mixin private CommonOptions common = new CommonOptions();
  @Mixin private ConfigOptions config = new ConfigOptions();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--work",
      required = true,
      paramLabel = "URI",
      converter = Locations.class,
      description = "Where data sets and runs lie.")
  private ObjectLocation work = ObjectLocation.parse("file:///");

  @Option(
      names = "--instances",
      paramLabel = "N",
      description = "How many worker processes (default: ${DEFAULT-VALUE}).")
  private int instances = 1;

  @Override
  public Integer call() throws IOException {
    if (instances < 1 || instances > 1000) {
      throw new ParameterException(
          spec.commandLine(), "--instances: expected 1 to 1000, found " + instances);
    }
    try (Session session = Session.open(common, spec)) {
      LocalRun.Result result =
          new LocalRun(session, config.load(), config.words(), work, instances).run();
      RunOutcome.tell(session, result);
      return ExitCode.DONE.code();
    }
  }
}
