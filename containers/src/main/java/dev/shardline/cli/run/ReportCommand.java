package dev.shardline.cli.run;

import dev.shardline.cli.session.CommonOptions;
import dev.shardline.cli.session.Locations;
import dev.shardline.cli.session.RunArgument;
import dev.shardline.cli.session.Session;
import dev.shardline.digest.CanonicalJson;
import dev.shardline.failure.ExitCode;
import dev.shardline.report.RunReport;
import dev.shardline.run.RunFolder;
import dev.shardline.storage.ObjectLocation;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `shardline report`: writes a run's page again.
@Command(
    name = "report",
    header = "Write report.html of a finished run, over an earlier one.",
    footerHeading = "%nExample:%n",
    footer = "  shardline report work/runs/latest")
public final class ReportCommand implements Callable<Integer> {
  @Mixin private CommonOptions common = new CommonOptions();
  @Mixin private RunArgument run = new RunArgument();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    try (Session session = Session.open(common, spec)) {
      ObjectLocation page =
          RunReport.write(
              session.stores(), RunFolder.open(session.stores(), run.directory(session.stores())));
      session.result(
          CanonicalJson.object().put("report", page.toString()),
          out -> out.println(Locations.shown(page)));
      return ExitCode.DONE.code();
    }
  }
}
