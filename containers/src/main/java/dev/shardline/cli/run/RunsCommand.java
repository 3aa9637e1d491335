package dev.shardline.cli.run;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shardline.cli.run.RunHistory.Entry;
import dev.shardline.cli.run.RunHistory.State;
import dev.shardline.cli.session.CommonOptions;
import dev.shardline.cli.session.Locations;
import dev.shardline.cli.session.Session;
import dev.shardline.cli.session.TextTable;
import dev.shardline.digest.CanonicalJson;
import dev.shardline.failure.ExitCode;
import dev.shardline.storage.ObjectLocation;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `shardline runs`: the history below a work location.
@Command(
    name = "runs",
    header = "List every run below a work location: when, of what, what came of it.",
    description = "The run worked on last is at the end; * marks the one that runs/latest names.",
    footerHeading = "%nExample:%n",
    footer = "  shardline runs s3://bucket/work/ --json")
public final class RunsCommand implements Callable<Integer> {
  @Mixin private CommonOptions common = new CommonOptions();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      index = "0",
      paramLabel = "WORK",
      converter = Locations.class,
      description = "Where data sets and runs lie, as given to run --work.")
  private ObjectLocation work = ObjectLocation.parse("file:///");

  @Override
  public Integer call() throws IOException {
    try (Session session = Session.open(common, spec)) {
      RunHistory history = RunHistory.of(session.stores(), work);
      session.result(json(history), out -> print(history, out));
      return ExitCode.DONE.code();
    }
  }

  private static void print(RunHistory history, PrintWriter out) {
    TextTable table =
        new TextTable(
            List.of(
                "run",
                "",
                "last worked on",
                "data set",
                "written",
                "dropped",
                "quarantined",
                "records",
                "root digest"));
    history.entries().forEach(entry -> table.row(row(entry)));
    table.print(out);
  }

  private static List<String> row(Entry entry) {
    String id = entry.run().id();
    String mark = entry.latest() ? "*" : "";
    String when = entry.lastWorkedOn().isEmpty() ? "not yet" : entry.lastWorkedOn();
    String dataset = entry.run().datasetDigest().shortHex();
    return switch (entry.state()) {
      case State.Finished(var samples, long records, var root) ->
          List.of(
              id,
              mark,
              when,
              dataset,
              number(samples.written()),
              number(samples.dropped()),
              number(samples.quarantined()),
              number(records),
              root.shortHex());
      case State.Unfinished(int parts) ->
          List.of(
              id, mark, when, dataset, "", "", "", "", "unfinished: %,d parts".formatted(parts));
    };
  }

  private static String number(long value) {
    return "%,d".formatted(value);
  }

  private static ObjectNode json(RunHistory history) {
    ObjectNode node = CanonicalJson.object();
    ArrayNode runs = node.putArray("runs");
    history.entries().forEach(entry -> runs.add(json(entry)));
    return node;
  }

  private static ObjectNode json(Entry entry) {
    ObjectNode node =
        CanonicalJson.object()
            .put("run", entry.run().id())
            .put("directory", entry.directory().toString())
            .put("dataset", entry.run().dataset().toString())
            .put("dataset-digest", entry.run().datasetDigest().hex())
            .put("latest", entry.latest())
            .put("last-worked-on", entry.lastWorkedOn());
    return switch (entry.state()) {
      case State.Finished(var samples, long records, var root) ->
          node.put("finished", true)
              .put("written", samples.written())
              .put("dropped", samples.dropped())
              .put("quarantined", samples.quarantined())
              .put("records", records)
              .put("root", root.hex());
      case State.Unfinished(int parts) -> node.put("finished", false).put("parts-committed", parts);
    };
  }
}
