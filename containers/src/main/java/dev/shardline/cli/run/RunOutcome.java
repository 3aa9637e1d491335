package dev.shardline.cli.run;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shardline.census.RunCensus;
import dev.shardline.cli.session.Session;
import dev.shardline.digest.CanonicalJson;
import java.io.IOException;
import java.io.PrintWriter;

/// Gives the result of a command that ends in a finished run.
final class RunOutcome {
  private static final int SHOWN = 10;

  private RunOutcome() {}

  /// @throws dev.shardline.failure.PermanentException after that, if classes have become too small
  static void tell(Session session, LocalRun.Result result) throws IOException {
    RunCensus census = RunCensus.of(session.stores(), result.folder().directory());
    RunReuse.Told reuse = RunReuse.told(session.stores(), result.folder());
    session.result(
        json(result, census, reuse),
        out -> {
          RunTable.print(result, census, out);
          print(reuse, result.dataset().description().parts().size(), out);
        });
    ClassShortfalls.of(census, KeptDemands.of(session.stores(), result.folder().directory()))
        .refuse();
  }

  private static void print(RunReuse.Told reuse, int parts, PrintWriter out) {
    if (!reuse.taken().isEmpty()) {
      out.printf(
          "taken over: %,d of %,d parts (same samples, recipe, output and output version as in an"
              + " earlier run)%n",
          reuse.taken().size(), parts);
    }
    reuse.refused().entrySet().stream()
        .limit(SHOWN)
        .forEach(part -> out.printf("not taken over: %s: %s%n", part.getKey(), part.getValue()));
    if (reuse.refused().size() > SHOWN) {
      out.printf("… and %,d more parts%n", reuse.refused().size() - SHOWN);
    }
  }

  private static ObjectNode json(LocalRun.Result result, RunCensus census, RunReuse.Told reuse) {
    ObjectNode node =
        CanonicalJson.object()
            .put("run", result.folder().directory().toString())
            .put("dataset", result.dataset().directory().toString())
            .put("root", result.root().hex())
            .put("report", result.report().toString());
    var parts = node.putArray("reused");
    reuse.taken().forEach(parts::add);
    var refused = node.putObject("not-reused");
    reuse.refused().forEach(refused::put);
    node.set("summary", CensusJson.of(census));
    return node;
  }
}
