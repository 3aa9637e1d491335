package dev.shardline.engine.local;

import dev.shardline.failure.ExitCode;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/// Runs `count` worker processes at once and waits for all of them, so that the first one to finish
/// never ends the others. A worker that dies by a signal or with a retryable exit code is started
/// again, a few times; what it had committed is not done again.
///
/// A worker's standard input is a pipe from this process: at its end the worker knows that nobody
/// waits for it any more. Standard error goes to a file for each attempt, and its last lines are
/// kept. For use by one thread.
public final class ProcessEngine {
  private static final Duration GRACE = Duration.ofSeconds(20);

  private final IntFunction<List<String>> command;
  private final Path logs;
  private final int attempts;

  /// @param command the command line of the worker with a given rank
  /// @param logs folder for the workers' standard error; made if it is missing
  /// @param attempts how often a worker is started at most
  public ProcessEngine(IntFunction<List<String>> command, Path logs, int attempts) {
    if (attempts < 1) {
      throw new IllegalArgumentException("A worker needs at least 1 attempt, got " + attempts);
    }
    this.command = command;
    this.logs = logs;
    this.attempts = attempts;
  }

  /// Runs the workers of ranks 0 to `count` − 1.
  ///
  /// @param tick called about every `period` while they run, to tell how far they are
  /// @return how each ended, by rank
  /// @throws IOException if a process cannot be started; those that run are ended first
  /// @throws InterruptedIOException if this thread is interrupted; likewise
  public List<WorkerExit> run(int count, Duration period, Runnable tick) throws IOException {
    Files.createDirectories(logs);
    List<Worker> workers = new ArrayList<>();
    Thread onExit = Thread.ofPlatform().unstarted(() -> endAll(workers));
    Runtime.getRuntime().addShutdownHook(onExit);
    try {
      for (int rank = 0; rank < count; rank++) {
        workers.add(start(rank, 1));
      }
      return await(workers, period, tick);
    } finally {
      endAll(workers);
      removeHook(onExit);
    }
  }

  private static void removeHook(Thread onExit) {
    try {
      Runtime.getRuntime().removeShutdownHook(onExit);
    } catch (IllegalStateException shuttingDown) {
      // The hook is running already and does what is needed.
      return;
    }
  }

  private record Worker(int rank, int attempt, Process process, WorkerLog log) {}

  private Worker start(int rank, int attempt) throws IOException {
    Process process =
        new ProcessBuilder(command.apply(rank))
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    Path log = logs.resolve("worker-%05d.%d.log".formatted(rank, attempt));
    return new Worker(rank, attempt, process, WorkerLog.of(process.getErrorStream(), log));
  }

  private List<WorkerExit> await(List<Worker> workers, Duration period, Runnable tick)
      throws IOException {
    WorkerExit[] exits = new WorkerExit[workers.size()];
    int running = workers.size();
    try {
      while (running > 0) {
        for (int rank = 0; rank < exits.length; rank++) {
          Worker worker = workers.get(rank);
          if (exits[rank] == null && !worker.process().isAlive()) {
            if (mayRunAgain(worker)) {
              workers.set(rank, start(rank, worker.attempt() + 1));
            } else {
              exits[rank] = exit(worker);
              running--;
            }
          }
        }
        tick.run();
        pause(workers, exits, period);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("Interrupted while waiting for workers");
    }
    return List.of(exits);
  }

  /// Waits for the first worker that runs, but no longer than the period.
  private static void pause(List<Worker> workers, WorkerExit[] exits, Duration period)
      throws InterruptedException {
    for (int rank = 0; rank < exits.length; rank++) {
      if (exits[rank] == null) {
        workers.get(rank).process().waitFor(period);
        return;
      }
    }
  }

  private boolean mayRunAgain(Worker worker) {
    int code = worker.process().exitValue();
    boolean mayHelp = code == ExitCode.RETRYABLE.code() || code > 128;
    return mayHelp && worker.attempt() < attempts;
  }

  private static WorkerExit exit(Worker worker) throws InterruptedException {
    return new WorkerExit(
        worker.rank(),
        worker.process().exitValue(),
        worker.attempt(),
        worker.log().file(),
        worker.log().lastWords());
  }

  /// Asks every worker that still runs to end, and ends it if it does not.
  private static void endAll(List<Worker> workers) {
    List<Process> running =
        List.copyOf(workers).stream().map(Worker::process).filter(Process::isAlive).toList();
    running.forEach(Process::destroy);
    try {
      for (Process process : running) {
        if (!process.waitFor(GRACE)) {
          process.destroyForcibly();
        }
      }
    } catch (InterruptedException e) {
      running.forEach(Process::destroyForcibly);
      Thread.currentThread().interrupt();
    }
  }
}
