package dev.shardline.cli.run;

import dev.shardline.flow.WorkerLimits;
import dev.shardline.worker.Rank;
import dev.shardline.worker.RankSource;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/// Which of how many workers a process is, and how much of the machine it uses.
final class WorkerOptions {
  @Option(names = "--rank", paramLabel = "R", description = "Which worker this is, from 0.")
  private @Nullable Integer rank;

  @Option(names = "--count", paramLabel = "N", description = "How many workers there are.")
  private @Nullable Integer count;

  @Option(
      names = "--cores",
      paramLabel = "N",
      description = "How many cores to use (default: all).")
  private @Nullable Integer cores;

  @Option(
      names = "--memory-bytes",
      paramLabel = "N",
      description =
          "What all samples on their way may need together (default: three fifths of the heap).")
  private @Nullable Long memoryBytes;

  @Option(
      names = "--until-parent-ends",
      hidden = true,
      description = "Stop when standard input ends: nobody waits for the result any more.")
  private boolean untilParentEnds;

  /// The rank as the command line says, else as the engine does.
  Rank rank(CommandSpec spec) {
    if (rank == null && count == null) {
      return new RankSource(System.getenv()).find().orElse(Rank.ONLY);
    }
    try {
      return new Rank(rank == null ? 0 : rank, count == null ? 1 : count);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
    }
  }

  WorkerLimits limits() {
    WorkerLimits usual = WorkerLimits.ofThisMachine();
    return new WorkerLimits(
        cores == null ? usual.cores() : cores,
        memoryBytes == null ? usual.memoryBytes() : memoryBytes,
        usual.fetches());
  }

  boolean untilParentEnds() {
    return untilParentEnds;
  }
}
