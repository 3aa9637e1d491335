package dev.shardline.cli.pipeline;

import dev.shardline.cli.session.Session;
import dev.shardline.cli.session.TextTable;
import dev.shardline.pipeline.dryrun.DryRunEvent;
import dev.shardline.pipeline.dryrun.ExecutionReport;
import dev.shardline.pipeline.dryrun.StepReport;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// A dry run as people follow it: a line for everything that happens, and a table at the end.
final class DryRunPage {
  private static final int LAST_LINES = 8;

  private final Session session;
  private final PrintWriter err;

  DryRunPage(Session session, PrintWriter err) {
    this.session = session;
    this.err = err;
  }

  void tell(DryRunEvent event) {
    if (session.isTalkative()) {
      err.println(show(event));
      if (event instanceof DryRunEvent.HostEnded(String _, String _, int code, Path log)
          && code != 0) {
        lastLines(log).forEach(line -> err.println("    " + line));
      }
      err.flush();
    }
  }

  private static String show(DryRunEvent event) {
    return event.step()
        + ": "
        + switch (event) {
          case DryRunEvent.Started(String _, int attempt) ->
              attempt == 1 ? "started" : "started, try " + attempt;
          case DryRunEvent.Delivered(String _, String input, List<Integer> objects) ->
              "input %s: %s objects".formatted(input, joined(objects));
          case DryRunEvent.HostEnded(String _, String host, int code, Path log) ->
              "%s exited with %d%s"
                  .formatted(host, code, code == 0 ? "" : "; last lines of " + log + ":");
          case DryRunEvent.CacheHit(String _, String job) -> "taken from the cache: " + job;
          case DryRunEvent.Retried retried ->
              "%s; the service would wait %d s and try again"
                  .formatted(retried.failure(), retried.pause().toSeconds());
          case DryRunEvent.Doubt(String _, String message) -> "doubtful: " + message;
          case DryRunEvent.Ended(String _, DryRunEvent.StepStatus status, String reason) ->
              lower(status) + (reason.isEmpty() ? "" : ": " + reason);
        };
  }

  private static String joined(List<Integer> numbers) {
    return numbers.stream().map(String::valueOf).collect(Collectors.joining(" + "));
  }

  private static List<String> lastLines(Path log) {
    try {
      List<String> lines = Files.readAllLines(log);
      return lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void print(ExecutionReport report, Path folder, PrintWriter out) {
    TextTable table = new TextTable(List.of("step", "type", "status", "tries"));
    for (StepReport step : report.steps()) {
      table.row(
          List.of(
              step.name(),
              step.type(),
              step.cacheHit() ? "from cache" : lower(step.status()),
              String.valueOf(step.attempts())));
    }
    table.print(out);
    for (StepReport step : report.steps()) {
      if (step.status() == DryRunEvent.StepStatus.FAILED) {
        out.printf("%s failed: %s%n", step.name(), step.reason());
      }
    }
    report.doubts().forEach(doubt -> out.println("doubtful: " + doubt));
    out.printf(
        "execution %s %s; machines and logs: %s%n",
        report.identity().id(),
        report.succeeded() ? "succeeded" : "failed",
        folder.resolve("executions").resolve(report.identity().id()));
  }

  private static String lower(DryRunEvent.StepStatus status) {
    return status.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
