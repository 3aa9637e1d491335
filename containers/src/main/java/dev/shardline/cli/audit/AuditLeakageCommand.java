package dev.shardline.cli.audit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shardline.audit.LeakageAudit;
import dev.shardline.cli.session.CommonOptions;
import dev.shardline.cli.session.RunArgument;
import dev.shardline.cli.session.Session;
import dev.shardline.digest.CanonicalJson;
import dev.shardline.failure.ExitCode;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `shardline audit leakage`: promise P1 by subjects, copies and the bytes that were read.
@Command(
    name = "leakage",
    header = "Look for a subject, a copy or the same bytes in two splits.",
    footerHeading = "%nExample:%n",
    footer = "  shardline audit leakage work/runs/latest --json")
public final class AuditLeakageCommand implements Callable<Integer> {
  @Mixin private CommonOptions common = new CommonOptions();
  @Mixin private RunArgument run = new RunArgument();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    try (Session session = Session.open(common, spec)) {
      LeakageAudit.Report report =
          LeakageAudit.of(session.stores(), run.directory(session.stores()));
      session.result(
          json(report),
          out -> {
            report.findings().forEach(out::println);
            out.println(verdict(report));
          });
      return report.clean() ? ExitCode.DONE.code() : ExitCode.PERMANENT.code();
    }
  }

  /// The verdict in one line.
  public static String verdict(LeakageAudit.Report report) {
    String looked =
        "%,d subjects and %,d groups of copies over %s"
            .formatted(report.subjects(), report.groups(), report.samplesOfSplit());
    return report.clean()
        ? "leakage: NONE: " + looked
        : "leakage: FOUND %,d times: %s".formatted(report.count(), looked);
  }

  private static ObjectNode json(LeakageAudit.Report report) {
    ObjectNode node =
        CanonicalJson.object()
            .put("clean", report.clean())
            .put("subjects", report.subjects())
            .put("copy-groups", report.groups());
    ObjectNode splits = node.putObject("samples");
    report.samplesOfSplit().forEach(splits::put);
    node.put("findings-count", report.count());
    node.set("findings", FindingsJson.of(report.findings()));
    return node;
  }
}
