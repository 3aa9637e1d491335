package dev.shardline.cli.run;

import dev.shardline.cli.session.Session;
import dev.shardline.engine.local.ProcessEngine;
import dev.shardline.engine.local.WorkerExit;
import dev.shardline.failure.ExitCode;
import dev.shardline.failure.PermanentException;
import dev.shardline.failure.RetryableException;
import dev.shardline.failure.UsageException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Worker processes on this machine, each started anew when it fails with a passing failure.
///
/// @param configWords the command line words that give a process the same configuration
/// @param instances how many processes
/// @param java how they are started
record LocalWorkers(Session session, List<String> configWords, int instances, WorkerJava java) {
  private static final int ATTEMPTS = 3;
  private static final Duration PERIOD = Duration.ofMillis(500);

  LocalWorkers {
    configWords = List.copyOf(configWords);
  }

  /// Runs one command in all of them, to the end.
  ///
  /// @param command `process` or `fit`
  /// @param words its further words
  /// @param logs the folder for what the processes write
  /// @param tick called a few times a second meanwhile
  /// @throws dev.shardline.failure.ShardlineException with a failed worker's last words
  void run(String command, List<String> words, Path logs, Runnable tick) throws IOException {
    ProcessEngine engine = new ProcessEngine(rank -> line(command, words, rank), logs, ATTEMPTS);
    check(engine.run(instances, PERIOD, tick));
  }

  private List<String> line(String command, List<String> more, int rank) {
    List<String> words = new ArrayList<>(java.command());
    words.add(command);
    words.addAll(configWords);
    words.addAll(more);
    words.addAll(List.of("--rank", String.valueOf(rank), "--count", String.valueOf(instances)));
    words.addAll(List.of("--cores", String.valueOf(coresOfEach())));
    words.addAll(
        List.of(
            "--log-format", session.options().logFormat.name(), "--json", "--until-parent-ends"));
    if (session.options().debug) {
      words.add("--debug");
    }
    return words;
  }

  private int coresOfEach() {
    return Math.max(1, Runtime.getRuntime().availableProcessors() / instances);
  }

  private static void check(List<WorkerExit> exits) {
    List<WorkerExit> failed = exits.stream().filter(exit -> !exit.succeeded()).toList();
    if (failed.isEmpty()) {
      return;
    }
    WorkerExit worst =
        failed.stream()
            .filter(exit -> exit.exitCode() == ExitCode.PERMANENT.code())
            .findFirst()
            .orElse(failed.getFirst());
    String message =
        "%d of %d workers failed. Worker %d ended with exit code %d after %d attempts; its last words (%s):%n%s"
            .formatted(
                failed.size(),
                exits.size(),
                worst.rank(),
                worst.exitCode(),
                worst.attempts(),
                worst.log(),
                indented(worst.lastWords()));
    throw switch (worst.exitCode()) {
      case 42 -> new PermanentException(message);
      case 2 -> new UsageException(message);
      default -> new RetryableException(message);
    };
  }

  private static String indented(List<String> lines) {
    return lines.stream()
        .filter(line -> !line.contains("incubator"))
        .map(line -> "  " + line)
        .collect(Collectors.joining(System.lineSeparator()));
  }
}
