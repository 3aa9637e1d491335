package dev.shardline.report;

import dev.shardline.census.SplitCensus;
import dev.shardline.dataset.ClassLabel;
import dev.shardline.lineage.FateCounts;
import dev.shardline.lineage.RunPaths;
import dev.shardline.report.RunFacts.Exhibit;
import dev.shardline.report.RunFacts.WorkerFacts;
import dev.shardline.run.RunFolder;
import dev.shardline.storage.Content;
import dev.shardline.storage.ObjectLocation;
import dev.shardline.storage.StoreProvider;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// `report.html` of a finished run: counts, class balance, records to look at, what was left out
/// and why, times and digests. One file without links to anything outside it.
public final class RunReport {
  private final RunFacts facts;
  private final StringBuilder html = new StringBuilder();

  private RunReport(RunFacts facts) {
    this.facts = facts;
  }

  /// Writes the page into the run's folder, over an earlier one.
  ///
  /// @return where it lies
  /// @throws java.nio.file.NoSuchFileException if the run is not finished
  public static ObjectLocation write(StoreProvider stores, RunFolder folder) throws IOException {
    String page = new RunReport(RunFactsReader.read(stores, folder)).page();
    ObjectLocation file = folder.directory().resolve(RunPaths.REPORT);
    stores.storeOf(file).write(file, Content.ofText(page));
    return file;
  }

  private String page() throws IOException {
    FateCounts counts = facts.census().counts();
    html.append("<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">\n")
        .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
        .append("<title>")
        .append(Html.text(facts.run().id()))
        .append("</title>\n<style>\n")
        .append(style())
        .append("</style></head><body>\n<header><p class=\"kind\">Shardline run</p><h1>")
        .append(Html.text(facts.run().id()))
        .append("</h1></header>\n<main>\n<section class=\"figures\">");
    figure("samples", counts.samples());
    figure("written", counts.written());
    figure("dropped", counts.dropped());
    figure("quarantined", counts.quarantined());
    figure(
        "records",
        facts.census().splits().values().stream().mapToLong(SplitCensus::shardRecords).sum());
    figure(
        "shards",
        facts.census().splits().values().stream().mapToLong(split -> split.shards().size()).sum());
    html.append("</section>\n");
    splits();
    balance();
    classFigures();
    exhibits();
    quarantine();
    dropped();
    workers();
    recipe();
    evidence();
    return html.append("</main></body></html>\n").toString();
  }

  private static String style() throws IOException {
    try (InputStream stream = RunReport.class.getResourceAsStream("report.css")) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private void figure(String name, long value) {
    html.append("<div><b>")
        .append(String.format(Locale.ROOT, "%,d", value))
        .append("</b><span>")
        .append(name)
        .append("</span></div>");
  }

  private void heading(String text) {
    html.append("<section><h2>").append(text).append("</h2>\n");
  }

  private void table(List<String> header, List<List<Object>> rows) {
    html.append("<div class=\"scroll\"><table><thead><tr>");
    header.forEach(name -> html.append("<th>").append(Html.text(name)).append("</th>"));
    html.append("</tr></thead><tbody>\n");
    for (List<Object> row : rows) {
      html.append("<tr>");
      for (Object cell : row) {
        html.append(cell instanceof Number ? "<td class=\"n\">" : "<td>")
            .append(Html.text(cell instanceof Long n ? String.format(Locale.ROOT, "%,d", n) : cell))
            .append("</td>");
      }
      html.append("</tr>\n");
    }
    html.append("</tbody></table></div></section>\n");
  }

  private void splits() {
    heading("Splits");
    table(
        List.of(
            "split",
            "samples",
            "subjects",
            "with copies",
            "written",
            "dropped",
            "quarantined",
            "records",
            "shards",
            "MiB"),
        facts.census().splits().entrySet().stream().map(RunReport::splitRow).toList());
  }

  private static List<Object> splitRow(Map.Entry<String, SplitCensus> entry) {
    SplitCensus split = entry.getValue();
    return List.of(
        entry.getKey(),
        split.counts().samples(),
        split.subjects(),
        split.copies(),
        split.counts().written(),
        split.counts().dropped(),
        split.counts().quarantined(),
        split.shardRecords(),
        split.shards().size(),
        Math.round(split.shardBytes() / 104857.6) / 10.0);
  }

  private void balance() {
    heading("Class balance of what was written");
    html.append(BalanceChart.of(facts.census().classes(), facts.census().splits()))
        .append("<p class=\"legend\">");
    for (ClassLabel label : facts.census().classes()) {
      html.append(
          "<span><i style=\"background:%s\"></i>%s</span> "
              .formatted(BalanceChart.colour(label.index()), Html.text(label.name())));
    }
    html.append("</p></section>\n");
  }

  private void classFigures() {
    if (facts.figures().isEmpty()) {
      return;
    }
    heading("What the classes look like");
    html.append(
        "<p class=\"note\">The mean of the first records of each class and split, each scaled to"
            + " its own range.</p><div class=\"montage\">");
    facts
        .figures()
        .forEach(figure ->
            html.append(
                "<figure>%s<figcaption>%s, %d records</figcaption></figure>"
                    .formatted(
                        figure.picture(), Html.text(figure.label().name()), figure.records())));
    html.append("</div></section>\n");
  }

  private void exhibits() {
    if (facts.exhibits().isEmpty()) {
      return;
    }
    heading("What the records look like");
    html.append(
        "<p class=\"note\">The first written samples of each class and split, as they stand in the"
            + " shards; each is scaled to its own range.</p>");
    for (String split : facts.census().splits().keySet()) {
      for (ClassLabel label : facts.census().classes()) {
        montage(split, label);
      }
    }
    html.append("</section>\n");
  }

  private void montage(String split, ClassLabel label) {
    List<Exhibit> own =
        facts.exhibits().stream()
            .filter(exhibit -> exhibit.split().equals(split) && exhibit.label().equals(label))
            .toList();
    if (own.isEmpty()) {
      return;
    }
    html.append(
        "<h3>%s · %s</h3><div class=\"montage\">"
            .formatted(Html.text(split), Html.text(label.name())));
    own.forEach(exhibit ->
        html.append(
            "<figure title=\"%1$s\">%2$s<figcaption>%1$s</figcaption></figure>"
                .formatted(Html.text(exhibit.sample()), exhibit.picture())));
    html.append("</div>\n");
  }

  private void quarantine() {
    heading("Quarantined");
    if (facts.census().quarantined().isEmpty()) {
      html.append("<p class=\"note\">None.</p></section>\n");
      return;
    }
    if (facts.census().counts().quarantined() > facts.census().quarantined().size()) {
      html.append(
          "<p class=\"note\">The first %d; the ledgers have all.</p>"
              .formatted(facts.census().quarantined().size()));
    }
    table(
        List.of("split", "sample", "reason", "what was found"),
        facts.census().quarantined().stream()
            .map(q -> List.<Object>of(q.split(), q.sample(), q.reason(), q.detail()))
            .toList());
  }

  private void dropped() {
    if (facts.census().dropped().isEmpty()) {
      return;
    }
    heading("Dropped by a rule");
    table(
        List.of("rule", "samples"),
        facts.census().dropped().entrySet().stream()
            .map(rule -> List.<Object>of(rule.getKey(), rule.getValue()))
            .toList());
  }

  private void workers() {
    if (facts.workers().isEmpty()) {
      return;
    }
    heading("Time");
    html.append(
        "<p class=\"note\">Seconds. A stage's figure adds up over everything that was in it at"
            + " once, so it can exceed the worker's own.</p>");
    List<String> stages =
        List.copyOf(
            facts.workers().stream()
                .flatMap(worker -> worker.stages().keySet().stream())
                .collect(Collectors.toCollection(TreeSet::new)));
    List<String> header = new ArrayList<>(List.of("worker", "total"));
    header.addAll(stages);
    table(header, facts.workers().stream().map(worker -> workerRow(worker, stages)).toList());
  }

  private static List<Object> workerRow(WorkerFacts worker, List<String> stages) {
    List<Object> row = new ArrayList<>(List.of(worker.name(), seconds(worker.seconds())));
    stages.forEach(stage -> row.add(seconds(worker.stages().getOrDefault(stage, 0.0))));
    return row;
  }

  private static double seconds(double value) {
    return Math.round(value * 100) / 100.0;
  }

  private void recipe() {
    heading("Recipe");
    html.append("<pre>")
        .append(Html.text(facts.run().recipe().toPrettyString()))
        .append("</pre></section>\n");
  }

  private void evidence() {
    heading("Evidence");
    html.append(
        "<p class=\"note\">Keep the root digest elsewhere: <code>shardline audit verify RUN"
            + " --expect DIGEST</code> then finds any later change, even of every file at"
            + " once.</p>");
    table(
        List.of("what", "digest or place"),
        List.of(
            List.of("root (index.json)", facts.root()),
            List.of("run identity", facts.run().identity()),
            List.of("data set (dataset.json)", facts.run().datasetDigest()),
            List.of("data set lies at", facts.run().dataset())));
  }
}
