package dev.shardline.cli.run;

import dev.shardline.build.BuildResult;
import dev.shardline.cli.build.DatasetBuild;
import dev.shardline.cli.session.JavaCommand;
import dev.shardline.cli.session.RunSettings;
import dev.shardline.cli.session.Session;
import dev.shardline.config.Config;
import dev.shardline.dataset.PartId;
import dev.shardline.digest.Digest;
import dev.shardline.engine.local.ProcessEngine;
import dev.shardline.engine.local.WorkerExit;
import dev.shardline.failure.ExitCode;
import dev.shardline.failure.PermanentException;
import dev.shardline.failure.RetryableException;
import dev.shardline.failure.UsageException;
import dev.shardline.lineage.RunDescription;
import dev.shardline.manifest.BuiltDataset;
import dev.shardline.manifest.PartDescription;
import dev.shardline.report.RunReport;
import dev.shardline.run.RunFolder;
import dev.shardline.storage.ObjectLocation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A whole run on this machine: build, worker processes, index, report. Running it again does what
/// is left of it, and nothing twice.
public final class LocalRun {
  private static final int ATTEMPTS = 3;
  private static final Duration PERIOD = Duration.ofMillis(500);
  private static final int LOG_LINES = 15;

  private final Session session;
  private final Config config;
  private final List<String> configWords;
  private final ObjectLocation work;
  private final int instances;

  /// @param configWords the command line words that give a worker process the same configuration
  public LocalRun(
      Session session,
      Config config,
      List<String> configWords,
      ObjectLocation work,
      int instances) {
    this.session = session;
    this.config = config;
    this.configWords = configWords;
    this.work = work.asDirectory();
    this.instances = instances;
  }

  /// What a run came to.
  ///
  /// @param root digest of the run's index
  public record Result(BuildResult dataset, RunFolder folder, Digest root, ObjectLocation report) {}

  public Result run() throws IOException {
    RunSettings settings = RunSettings.read(config);
    BuildResult built = new DatasetBuild(session).build(config, work, false);
    BuiltDataset dataset = BuiltDataset.open(session.stores(), built.directory());
    RunDescription description = settings.over(dataset);
    RunFolder folder =
        RunFolder.begin(session.stores(), RunFolder.locate(work, description), description);
    List<PartId> parts = dataset.description().parts().stream().map(PartDescription::id).toList();
    if (!folder.committed().containsAll(parts)) {
      work(built.directory(), folder, parts.size());
    }
    Digest root = folder.finish(parts, work);
    return new Result(built, folder, root, RunReport.write(session.stores(), folder));
  }

  private void work(ObjectLocation dataset, RunFolder folder, int parts) throws IOException {
    Path scratch = scratch(folder);
    ProcessEngine engine =
        new ProcessEngine(
            rank -> command(rank, dataset, folder.directory(), scratch),
            scratch.resolve("logs"),
            ATTEMPTS);
    List<WorkerExit> exits;
    try (PartsProgress progress = PartsProgress.of(session, folder, parts)) {
      exits = engine.run(instances, PERIOD, progress::tick);
    }
    check(exits);
    delete(scratch);
  }

  /// On the output's own disk where it is local, so that finished shards need no copy.
  private Path scratch(RunFolder folder) throws IOException {
    Path base =
        work.scheme().equals("file")
            ? work.toPath().resolve(".scratch")
            : Path.of(System.getProperty("java.io.tmpdir"), "shardline");
    return Files.createDirectories(base.resolve(folder.description().id()));
  }

  private List<String> command(int rank, ObjectLocation dataset, ObjectLocation run, Path scratch) {
    List<String> words = new ArrayList<>(JavaCommand.ofWorker());
    words.add("process");
    words.addAll(configWords);
    words.addAll(List.of("--manifests", dataset.toString(), "--output", run.toString()));
    words.addAll(List.of("--rank", String.valueOf(rank), "--count", String.valueOf(instances)));
    words.addAll(List.of("--scratch", scratch.resolve("parts").toString()));
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

  private static void check(List<WorkerExit> exits) throws IOException {
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
                lastLines(worst.log()));
    throw switch (worst.exitCode()) {
      case 42 -> new PermanentException(message);
      case 2 -> new UsageException(message);
      default -> new RetryableException(message);
    };
  }

  private static String lastLines(Path log) throws IOException {
    List<String> lines =
        Files.readAllLines(log).stream().filter(line -> !line.contains("incubator")).toList();
    return lines.subList(Math.max(0, lines.size() - LOG_LINES), lines.size()).stream()
        .map(line -> "  " + line)
        .collect(Collectors.joining(System.lineSeparator()));
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> tree = Files.walk(folder)) {
      for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }
}
