package dev.shardline.cli.build;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shardline.cli.session.CommonOptions;
import dev.shardline.cli.session.Locations;
import dev.shardline.cli.session.Session;
import dev.shardline.digest.CanonicalJson;
import dev.shardline.failure.ExitCode;
import dev.shardline.manifest.BuiltDataset;
import dev.shardline.manifest.DatasetDiff;
import dev.shardline.manifest.SampleChange;
import dev.shardline.storage.ObjectLocation;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `shardline diff`: what changed from one data set to another.
@Command(
    name = "diff",
    header = "Show the samples added, removed, moved, relabelled or changed between data sets.",
    footerHeading = "%nExample:%n",
    footer =
        "  shardline diff work/datasets/brain/0123456789abcdef"
            + " work/datasets/brain/fedcba9876543210")
public final class DiffCommand implements Callable<Integer> {
  private static final String MOST = "50";

  @Mixin private CommonOptions common = new CommonOptions();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      index = "0",
      paramLabel = "OLD",
      converter = Locations.class,
      description = "The directory of the older data set.")
  private ObjectLocation old = ObjectLocation.parse("file:///");

  @Parameters(
      index = "1",
      paramLabel = "NEW",
      converter = Locations.class,
      description = "The directory of the newer data set.")
  private ObjectLocation changed = ObjectLocation.parse("file:///");

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = MOST,
      description = "How many changes to print (default: ${DEFAULT-VALUE}); --json has all.")
  private int limit = Integer.parseInt(MOST);

  @Override
  public Integer call() throws IOException {
    try (Session session = Session.open(common, spec)) {
      BuiltDataset before = DatasetArgument.open(session.stores(), old);
      BuiltDataset after = DatasetArgument.open(session.stores(), changed);
      List<SampleChange> changes = DatasetDiff.between(before, after);
      session.result(json(before, after, changes), out -> print(changes, out));
      return ExitCode.DONE.code();
    }
  }

  private void print(List<SampleChange> changes, PrintWriter out) {
    changes.stream().limit(limit).map(DiffCommand::line).forEach(out::println);
    if (changes.size() > limit) {
      out.printf("… and %,d more%n", changes.size() - limit);
    }
    ChangeCounts counts = ChangeCounts.of(changes);
    out.printf(
        "%,d added, %,d removed, %,d moved, %,d relabelled, %,d changed%n",
        counts.added(), counts.removed(), counts.moved(), counts.relabelled(), counts.changed());
  }

  private static String line(SampleChange change) {
    return switch (change) {
      case SampleChange.Added(String sample, var split, var label) ->
          "added       %s  (%s, %s)".formatted(sample, split, label.name());
      case SampleChange.Removed(String sample, var split, var label) ->
          "removed     %s  (%s, %s)".formatted(sample, split, label.name());
      case SampleChange.Moved(String sample, var from, var to) ->
          "moved       %s  (%s → %s)".formatted(sample, from, to);
      case SampleChange.Relabelled(String sample, var from, var to) ->
          "relabelled  %s  (%s → %s)".formatted(sample, from.name(), to.name());
      case SampleChange.Changed(String sample) -> "changed     %s".formatted(sample);
    };
  }

  private static ObjectNode json(
      BuiltDataset before, BuiltDataset after, List<SampleChange> changes) {
    ObjectNode node =
        CanonicalJson.object().put("old", before.digest().hex()).put("new", after.digest().hex());
    ChangeCounts counts = ChangeCounts.of(changes);
    node.putObject("counts")
        .put("added", counts.added())
        .put("removed", counts.removed())
        .put("moved", counts.moved())
        .put("relabelled", counts.relabelled())
        .put("changed", counts.changed());
    ArrayNode all = node.putArray("changes");
    changes.forEach(change -> all.add(json(change)));
    return node;
  }

  private static ObjectNode json(SampleChange change) {
    ObjectNode node = CanonicalJson.object().put("sample", change.sample());
    return switch (change) {
      case SampleChange.Added(_, var split, var label) ->
          node.put("change", "added").put("split", split.name()).put("label", label.name());
      case SampleChange.Removed(_, var split, var label) ->
          node.put("change", "removed").put("split", split.name()).put("label", label.name());
      case SampleChange.Moved(_, var from, var to) ->
          node.put("change", "moved").put("from", from.name()).put("to", to.name());
      case SampleChange.Relabelled(_, var from, var to) ->
          node.put("change", "relabelled").put("from", from.name()).put("to", to.name());
      case SampleChange.Changed(_) -> node.put("change", "changed");
    };
  }
}
