package dev.shardline.cli.run;

import dev.shardline.cli.session.CommonOptions;
import dev.shardline.cli.session.RunArgument;
import dev.shardline.cli.session.Session;
import dev.shardline.failure.ExitCode;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `shardline resume`: does what is left of a run that was stopped or killed.
@Command(
    name = "resume",
    header = "Do what is left of a run that was stopped or killed, on this machine.",
    description =
        "Needs the run's folder only, not the configuration it was begun with. Gives the same bytes"
            + " as if nothing had happened.",
    footerHeading = "%nExample:%n",
    footer = "  shardline resume work/runs/brain-3f2a09c1d4e7 --instances 4")
public final class ResumeCommand implements Callable<Integer> {
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
      LocalRun.Result result = again.complete(instances, true);
      RunOutcome.tell(session, result);
      return ExitCode.DONE.code();
    }
  }
}
