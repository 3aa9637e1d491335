package dev.shardline.cli.run;

import dev.shardline.cli.session.CommonOptions;
import dev.shardline.cli.session.RunArgument;
import dev.shardline.cli.session.Session;
import dev.shardline.cli.session.Version;
import dev.shardline.dataset.PartId;
import dev.shardline.failure.ExitCode;
import dev.shardline.worker.Redrive;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `shardline redrive`: another try at the parts that have quarantined samples.
@Command(
    name = "redrive",
    header = "Do the parts with quarantined samples again, after the cause was mended.",
    description =
        "For what was mended around the data set: permissions, an object that is back, more memory."
            + " A source object with other bytes is another version: build the data set again."
            + " Other parts stay as they are; the run's root digest changes if a sample's fate"
            + " does. No worker may be on the run.",
    footerHeading = "%nExample:%n",
    footer = "  shardline redrive work/runs/latest")
public final class RedriveCommand implements Callable<Integer> {
  private static final Logger LOG = LoggerFactory.getLogger(RedriveCommand.class);

  @Mixin private CommonOptions common = new CommonOptions();
  @Mixin private RunArgument run = new RunArgument();
  @Mixin private AgainOptions options = new AgainOptions();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    int instances = options.instances(spec);
    try (Session session = Session.open(common, spec)) {
      RunAgain again =
          RunAgain.open(session, run.directory(session.stores()), options.tolerated(spec));
      LOG.info("parts to do again: {}", withdraw(session, again));
      LocalRun.Result result = again.complete(instances, false);
      RunOutcome.tell(session, result);
      return ExitCode.DONE.code();
    }
  }

  private static List<PartId> withdraw(Session session, RunAgain again) throws IOException {
    return Redrive.prepare(
        session.stores().storeOf(again.folder().directory()),
        again.folder().directory(),
        again.folder().description(),
        again.dataset(),
        Version.text());
  }
}
