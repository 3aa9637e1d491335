package dev.shardline.cli.run;

import dev.shardline.cli.run.RunSummary.QuarantinedSample;
import dev.shardline.cli.run.RunSummary.SplitSummary;
import dev.shardline.cli.session.Locations;
import dev.shardline.cli.session.TextTable;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/// A finished run as a table for people.
public final class RunTable {
  private RunTable() {}

  public static void print(LocalRun.Result result, RunSummary summary, PrintWriter out) {
    List<String> header = new ArrayList<>(List.of("split", "samples", "subjects"));
    summary.classes().forEach(label -> header.add(label.name()));
    header.addAll(List.of("written", "dropped", "quarantined", "records", "shards"));
    TextTable table = new TextTable(header);
    summary.splits().forEach((name, split) -> table.row(row(name, split, summary)));
    table.print(out);
    summary.splits().forEach((name, split) -> warnOfLostClasses(name, split, summary, out));
    out.printf(
        "copies: %,d samples in %,d groups, each group in one split%n",
        summary.copies(), summary.copyGroups());
    for (QuarantinedSample failure : summary.quarantined()) {
      out.printf("quarantined: %s: %s: %s%n", failure.sample(), failure.reason(), failure.detail());
    }
    out.printf("run:    %s%n", Locations.shown(result.folder().directory()));
    out.printf("report: %s%n", Locations.shown(result.report()));
    out.printf("root digest: %s%n", result.root());
  }

  /// A class that the recipe or the quarantine took out of a split altogether.
  private static void warnOfLostClasses(
      String name, SplitSummary split, RunSummary summary, PrintWriter out) {
    summary.classes().stream()
        .filter(label -> split.samples(label) > 0 && split.written(label) == 0)
        .forEach(label ->
            out.printf(
                "warning: split %s has %,d samples of class %s and not one was written%n",
                name, split.samples(label), label.name()));
  }

  private static List<String> row(String name, SplitSummary split, RunSummary summary) {
    List<String> row =
        new ArrayList<>(List.of(name, number(split.samples()), number(split.subjects())));
    summary.classes().forEach(label -> row.add(number(split.samples(label))));
    row.addAll(
        List.of(
            number(split.written()),
            number(split.dropped()),
            number(split.quarantined()),
            number(split.records()),
            number(split.shards())));
    return row;
  }

  private static String number(long value) {
    return "%,d".formatted(value);
  }
}
