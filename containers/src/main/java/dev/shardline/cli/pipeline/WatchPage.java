package dev.shardline.cli.pipeline;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shardline.cli.session.TextTable;
import dev.shardline.digest.CanonicalJson;
import dev.shardline.pipeline.sagemaker.ExecutionView;
import dev.shardline.pipeline.sagemaker.ExecutionView.HostView;
import dev.shardline.pipeline.sagemaker.ExecutionView.JobView;
import dev.shardline.pipeline.sagemaker.ExecutionView.Status;
import dev.shardline.pipeline.sagemaker.ExecutionView.StepView;
import dev.shardline.pipeline.settings.DurationText;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// An execution as people and programs see it.
final class WatchPage {
  private WatchPage() {}

  static void print(ExecutionView view, Instant now, PrintWriter out) {
    out.printf("%s  %s%n", view.pipeline(), lower(view.status()));
    TextTable table = new TextTable(List.of("step", "status", "time", "machines", "tries"));
    for (StepView step : view.steps()) {
      table.row(
          List.of(
              step.name(),
              step.cacheHit() ? "from cache" : lower(step.status()),
              time(step, now),
              machines(step),
              String.valueOf(step.attempts())));
    }
    table.print(out);
    for (StepView step : view.steps()) {
      JobView job = step.job();
      if (job != null && !step.status().isFinal()) {
        job.hosts().forEach(host -> out.printf("  %s  %s%n", host.name(), host.progress()));
      }
      if (step.status() == Status.FAILED) {
        printFailure(step, out);
      }
    }
    if (!view.failureReason().isEmpty()) {
      out.println(view.failureReason());
    }
    out.println();
    out.flush();
  }

  private static void printFailure(StepView step, PrintWriter out) {
    out.printf("%s failed: %s%n", step.name(), step.failureReason());
    JobView job = step.job();
    if (job != null) {
      if (!job.exitMessage().isEmpty()) {
        out.println("  said: " + job.exitMessage());
      }
      for (HostView host : job.hosts()) {
        out.println("  last lines of " + host.name() + ":");
        host.lastLines().forEach(line -> out.println("    " + line));
      }
    }
  }

  private static String time(StepView step, Instant now) {
    if (step.started() == null) {
      return "";
    }
    Instant end = step.ended() == null ? now : step.ended();
    Duration duration = Duration.between(step.started(), end);
    return DurationText.show(duration.isNegative() ? Duration.ZERO : duration);
  }

  private static String machines(StepView step) {
    JobView job = step.job();
    return job == null || job.instances() == 0 ? "" : job.instances() + " × " + job.instanceType();
  }

  static ObjectNode json(ExecutionView view) {
    ObjectNode json =
        CanonicalJson.object()
            .put("execution", view.arn())
            .put("pipeline", view.pipeline())
            .put("status", lower(view.status()))
            .put("failure", view.failureReason());
    ArrayNode steps = json.putArray("steps");
    for (StepView step : view.steps()) {
      ObjectNode node =
          steps
              .addObject()
              .put("name", step.name())
              .put("status", lower(step.status()))
              .put("started", text(step.started()))
              .put("ended", text(step.ended()))
              .put("attempts", step.attempts())
              .put("cache-hit", step.cacheHit())
              .put("failure", step.failureReason());
      if (step.job() != null) {
        add(node.putObject("job"), step.job());
      }
    }
    return json;
  }

  private static void add(ObjectNode json, JobView job) {
    json.put("name", job.name())
        .put("instance-type", job.instanceType())
        .put("instances", job.instances())
        .put("exit-message", job.exitMessage());
    ArrayNode hosts = json.putArray("hosts");
    for (HostView host : job.hosts()) {
      ObjectNode node = hosts.addObject().put("name", host.name()).put("progress", host.progress());
      host.lastLines().forEach(node.putArray("last-lines")::add);
    }
  }

  private static String text(@Nullable Instant instant) {
    return instant == null ? "" : instant.toString();
  }

  private static String lower(Status status) {
    return status.name().toLowerCase(Locale.ROOT);
  }
}
