package dev.shardline.cli.audit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shardline.audit.AuditReport;
import dev.shardline.audit.RunAudit;
import dev.shardline.cli.session.CommonOptions;
import dev.shardline.cli.session.RunArgument;
import dev.shardline.cli.session.Session;
import dev.shardline.digest.CanonicalJson;
import dev.shardline.digest.Digest;
import dev.shardline.failure.ExitCode;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `shardline audit verify`: the chain of digests and promises P1, P2, P3 and P5.
@Command(
    name = "verify",
    header = "Hold every file of a run to the chain of digests and every sample to the promises.",
    footerHeading = "%nExample:%n",
    footer = "  shardline audit verify work/runs/latest --expect 3f2a…")
public final class AuditVerifyCommand implements Callable<Integer> {
  @Mixin private CommonOptions common = new CommonOptions();
  @Mixin private RunArgument run = new RunArgument();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--expect",
      paramLabel = "DIGEST",
      description =
          "The root digest that was noted when the run was finished; finds a chain that was"
              + " rewritten as a whole.")
  private @Nullable String expect;

  @Override
  public Integer call() throws IOException {
    try (Session session = Session.open(common, spec)) {
      AuditReport report =
          RunAudit.verify(
              session.stores(),
              run.directory(session.stores()),
              Optional.ofNullable(expect).map(Digest::new));
      session.result(json(report), out -> print(report, out));
      return report.clean() ? ExitCode.DONE.code() : ExitCode.PERMANENT.code();
    }
  }

  private static void print(AuditReport report, PrintWriter out) {
    report.findings().forEach(out::println);
    if (report.count() > report.findings().size()) {
      out.printf("… and %,d more%n", report.count() - report.findings().size());
    }
    out.println(verdict(report));
  }

  /// The verdict in one line.
  public static String verdict(AuditReport report) {
    String looked =
        "%,d files (%,d bytes), %,d samples, %,d records"
            .formatted(
                report.checked().files(),
                report.checked().bytes(),
                report.checked().samples().samples(),
                report.checked().records());
    return report.clean()
        ? "audit: PASSED: %s; root digest %s".formatted(looked, report.rootOrNull())
        : "audit: FAILED with %,d findings: %s".formatted(report.count(), looked);
  }

  private static ObjectNode json(AuditReport report) {
    ObjectNode node = CanonicalJson.object().put("run", report.run()).put("clean", report.clean());
    node.put("root", String.valueOf(report.rootOrNull()))
        .put("files", report.checked().files())
        .put("bytes", report.checked().bytes())
        .put("samples", report.checked().samples().samples())
        .put("written", report.checked().samples().written())
        .put("dropped", report.checked().samples().dropped())
        .put("quarantined", report.checked().samples().quarantined())
        .put("records", report.checked().records())
        .put("findings-count", report.count());
    node.set("findings", FindingsJson.of(report.findings()));
    return node;
  }
}
