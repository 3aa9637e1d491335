package dev.shardline.cli.build;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shardline.build.CheckResult;
import dev.shardline.cli.session.Session;
import dev.shardline.digest.CanonicalJson;
import dev.shardline.failure.ExitCode;
import dev.shardline.manifest.Finding;
import dev.shardline.manifest.Severity;
import java.io.IOException;
import java.io.PrintWriter;

/// Shows what the checks found.
final class CheckPage {
  private CheckPage() {}

  /// @return the exit code: not 0 if a gate did not pass
  static int show(Session session, CheckResult result) throws IOException {
    session.result(json(result), out -> print(result, out));
    boolean passed =
        result.findings().stream().noneMatch(finding -> finding.severity() == Severity.ERROR);
    return (passed ? ExitCode.DONE : ExitCode.USAGE).code();
  }

  private static void print(CheckResult result, PrintWriter out) {
    DatasetTable.print(result.findings(), out);
    out.printf(
        "checked %,d samples of %,d objects and %,d headers: %,d findings%n",
        result.samples(), result.objects(), result.headers(), result.findings().size());
  }

  private static ObjectNode json(CheckResult result) {
    ObjectNode node =
        CanonicalJson.object()
            .put("objects", result.objects())
            .put("samples", result.samples())
            .put("headers", result.headers());
    ArrayNode findings = node.putArray("findings");
    for (Finding finding : result.findings()) {
      ObjectNode each =
          findings
              .addObject()
              .put("check", finding.check())
              .put("severity", finding.severity().fileName())
              .put("message", finding.message())
              .put("affected", finding.affected());
      finding.examples().forEach(each.putArray("examples")::add);
    }
    return node;
  }
}
