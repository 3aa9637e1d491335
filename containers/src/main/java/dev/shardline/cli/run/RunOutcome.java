package dev.shardline.cli.run;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shardline.cli.session.Session;
import dev.shardline.digest.CanonicalJson;
import java.io.IOException;
import java.util.TreeSet;

/// Gives the result of a command that ends in a finished run.
final class RunOutcome {
  private RunOutcome() {}

  static void tell(Session session, LocalRun.Result result) throws IOException {
    RunSummary summary = RunSummary.of(session.stores(), result);
    TreeSet<String> reused = RunReuse.parts(session.stores(), result.folder());
    session.result(
        json(result, summary, reused),
        out -> {
          RunTable.print(result, summary, out);
          if (!reused.isEmpty()) {
            out.printf(
                "taken over: %,d of %,d parts (same samples, recipe, output and output version as"
                    + " in an earlier run)%n",
                reused.size(), result.dataset().description().parts().size());
          }
        });
  }

  private static ObjectNode json(
      LocalRun.Result result, RunSummary summary, TreeSet<String> reused) {
    ObjectNode node =
        CanonicalJson.object()
            .put("run", result.folder().directory().toString())
            .put("dataset", result.dataset().directory().toString())
            .put("root", result.root().hex())
            .put("report", result.report().toString());
    var parts = node.putArray("reused");
    reused.forEach(parts::add);
    node.set("summary", summary.json());
    return node;
  }
}
