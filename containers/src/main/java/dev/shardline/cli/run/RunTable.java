package dev.shardline.cli.run;

import dev.shardline.census.RunCensus;
import dev.shardline.census.SplitCensus;
import dev.shardline.cli.session.Locations;
import dev.shardline.cli.session.TextTable;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/// A finished run as a table for people.
public final class RunTable {
  private static final int SHOWN = 100;

  private RunTable() {}

  public static void print(LocalRun.Result result, RunCensus census, PrintWriter out) {
    List<String> header = new ArrayList<>(List.of("split", "samples", "subjects"));
    census.classes().forEach(label -> header.add(label.name()));
    header.addAll(List.of("written", "dropped", "quarantined", "records", "shards"));
    TextTable table = new TextTable(header);
    census.splits().forEach((name, split) -> table.row(row(name, split, census)));
    table.print(out);
    census.splits().forEach((name, split) -> warnOfLostClasses(name, split, census, out));
    out.println(copies(census));
    printQuarantined(census, out);
    out.printf("run:    %s%n", Locations.shown(result.folder().directory()));
    out.printf("report: %s%n", Locations.shown(result.report()));
    out.printf("root digest: %s%n", result.root());
  }

  private static String copies(RunCensus census) {
    long groups = census.copyGroups();
    return groups == 0
        ? "copies: none"
        : "copies: %,d samples in %,d %s, each group in one split"
            .formatted(census.copies(), groups, groups == 1 ? "group" : "groups");
  }

  private static void printQuarantined(RunCensus census, PrintWriter out) {
    census.quarantined().stream()
        .limit(SHOWN)
        .forEach(failure ->
            out.printf(
                "quarantined: %s: %s: %s%n", failure.sample(), failure.reason(), failure.detail()));
    long more = census.counts().quarantined() - SHOWN;
    if (more > 0) {
      out.printf("… and %,d more; the report and the ledgers name them%n", more);
    }
  }

  /// A class that the recipe or the quarantine took out of a split altogether.
  private static void warnOfLostClasses(
      String name, SplitCensus split, RunCensus census, PrintWriter out) {
    census.classes().stream()
        .filter(label -> split.samples(label) > 0 && split.written(label) == 0)
        .forEach(label ->
            out.printf(
                "warning: split %s has %,d samples of class %s and not one was written%n",
                name, split.samples(label), label.name()));
  }

  private static List<String> row(String name, SplitCensus split, RunCensus census) {
    List<String> row =
        new ArrayList<>(List.of(name, number(split.counts().samples()), number(split.subjects())));
    census.classes().forEach(label -> row.add(number(split.samples(label))));
    row.addAll(
        List.of(
            number(split.counts().written()),
            number(split.counts().dropped()),
            number(split.counts().quarantined()),
            number(split.records()),
            number(split.shards().size())));
    return row;
  }

  private static String number(long value) {
    return "%,d".formatted(value);
  }
}
