package dev.shardline.cli.tour;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shardline.audit.AuditReport;
import dev.shardline.audit.LeakageAudit;
import dev.shardline.audit.RunAudit;
import dev.shardline.census.RunCensus;
import dev.shardline.cli.audit.AuditLeakageCommand;
import dev.shardline.cli.audit.AuditVerifyCommand;
import dev.shardline.cli.run.CensusJson;
import dev.shardline.cli.run.LocalRun;
import dev.shardline.cli.run.RunTable;
import dev.shardline.cli.session.CommonOptions;
import dev.shardline.cli.session.Session;
import dev.shardline.cli.session.StarterConfiguration;
import dev.shardline.config.Config;
import dev.shardline.demo.DemoDataset;
import dev.shardline.digest.CanonicalJson;
import dev.shardline.failure.ExitCode;
import dev.shardline.storage.ObjectLocation;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `shardline demo`: everything, on this machine, one command.
@Command(
    name = "demo",
    header = "Make a small brain MRI data set and do everything with it, on this machine.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  shardline demo                          with slices it makes itself",
      "  shardline demo --data my-images/        with a folder of yours: one folder a class"
    })
public final class DemoCommand implements Callable<Integer> {
  private static final String ANY_PATTERN = "(?:.*/)?(?<label>[^/]+)/[^/]+";

  @Mixin private CommonOptions common = new CommonOptions();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--work",
      paramLabel = "DIR",
      description = "Where everything goes (default: ${DEFAULT-VALUE}).")
  private Path work = Path.of("shardline-demo");

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "A folder of your own pictures, one folder a class, instead of made ones.")
  private @Nullable Path data;

  @Option(
      names = "--instances",
      paramLabel = "N",
      description = "How many worker processes (default: ${DEFAULT-VALUE}).")
  private int instances = 4;

  @Override
  public Integer call() throws IOException {
    try (Session session = Session.open(common, spec)) {
      PrintWriter out = spec.commandLine().getOut();
      Path file = configure(session, out);
      LocalRun.Result result =
          new LocalRun(
                  session,
                  Config.load(file, List.of()),
                  List.of(file.toString()),
                  ObjectLocation.ofPath(work),
                  instances)
              .run();
      RunCensus census = RunCensus.of(session.stores(), result.folder().directory());
      AuditReport audit =
          RunAudit.verify(
              session.stores(), result.folder().directory(), Optional.of(result.root()));
      LeakageAudit.Report leakage = LeakageAudit.of(session.stores(), result.folder().directory());
      session.result(
          json(result, census, audit, leakage), _ -> print(result, census, audit, leakage, out));
      return (audit.clean() && leakage.clean() ? ExitCode.DONE : ExitCode.PERMANENT).code();
    }
  }

  /// Makes the data set, where none was given, and the configuration.
  private Path configure(Session session, PrintWriter out) throws IOException {
    Path base = Files.createDirectories(work.toAbsolutePath().normalize());
    Path source = data == null ? base.resolve("source") : data.toAbsolutePath().normalize();
    if (data == null) {
      DemoDataset.writeTo(source, DemoDataset.STANDARD_SEED);
      if (session.isTalkative() && !session.isJson()) {
        out.printf(
            "made brain slices of several subjects and scanners, faults planted: %s%n", source);
        out.flush();
      }
    }
    return Files.writeString(
        base.resolve("shardline.yaml"),
        StarterConfiguration.text(
            "demo", source.toString(), data == null ? DemoDataset.PATTERN : ANY_PATTERN));
  }

  private static void print(
      LocalRun.Result result,
      RunCensus census,
      AuditReport audit,
      LeakageAudit.Report leakage,
      PrintWriter out) {
    result
        .dataset()
        .description()
        .findings()
        .forEach(finding ->
            out.printf(
                "%s %s: %s%n", finding.severity().fileName(), finding.check(), finding.message()));
    RunTable.print(result, census, out);
    out.println(AuditVerifyCommand.verdict(audit));
    out.println(AuditLeakageCommand.verdict(leakage));
  }

  private static ObjectNode json(
      LocalRun.Result result, RunCensus census, AuditReport audit, LeakageAudit.Report leakage) {
    ObjectNode node =
        CanonicalJson.object()
            .put("run", result.folder().directory().toString())
            .put("report", result.report().toString())
            .put("root", result.root().hex())
            .put("audit-clean", audit.clean())
            .put("leakage-clean", leakage.clean());
    node.set("summary", CensusJson.of(census));
    return node;
  }
}
