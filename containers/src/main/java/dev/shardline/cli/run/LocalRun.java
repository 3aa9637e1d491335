package dev.shardline.cli.run;

import dev.shardline.build.BuildResult;
import dev.shardline.cli.build.DatasetBuild;
import dev.shardline.cli.session.RunSettings;
import dev.shardline.cli.session.Session;
import dev.shardline.config.Config;
import dev.shardline.dataset.PartId;
import dev.shardline.digest.Digest;
import dev.shardline.lineage.RunDescription;
import dev.shardline.manifest.BuiltDataset;
import dev.shardline.manifest.PartDescription;
import dev.shardline.report.RunReport;
import dev.shardline.run.RunFolder;
import dev.shardline.storage.ObjectLocation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A whole run on this machine: build, worker processes, index, report. Running it again does what
/// is left of it, and nothing twice.
public final class LocalRun {
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
  public record Result(
      BuiltDataset dataset, RunFolder folder, Digest root, ObjectLocation report) {}

  public Result run() throws IOException {
    RunSettings settings = RunSettings.read(config);
    BuildResult built = new DatasetBuild(session).build(config, work, false);
    BuiltDataset dataset = BuiltDataset.open(session.stores(), built.directory());
    LocalWorkers workers = new LocalWorkers(session, configWords, instances);
    @Nullable ObjectLocation fitted =
        settings.recipe().unfitted().isPresent() ? fit(workers, settings, dataset) : null;
    ReadySettings ready = ReadySettings.of(session.stores(), settings, dataset, work, fitted);
    RunDescription description = ready.settings().over(dataset);
    RunFolder folder =
        RunFolder.begin(session.stores(), RunFolder.locate(work, description), description);
    ready.keep(session.stores(), folder.directory());
    return process(workers, dataset, folder);
  }

  private ObjectLocation fit(LocalWorkers workers, RunSettings settings, BuiltDataset dataset)
      throws IOException {
    Path scratch = scratch("fit-" + dataset.digest().shortHex());
    ObjectLocation fitted =
        new LocalFit(workers, work).run(settings, dataset, scratch.resolve("logs"));
    delete(scratch);
    return fitted;
  }

  private Result process(LocalWorkers workers, BuiltDataset dataset, RunFolder folder)
      throws IOException {
    List<PartId> parts = dataset.description().parts().stream().map(PartDescription::id).toList();
    if (!folder.committed().containsAll(parts)) {
      work(workers, dataset.directory(), folder, parts.size());
    }
    Digest root = folder.finish(parts, work);
    return new Result(dataset, folder, root, RunReport.write(session.stores(), folder));
  }

  private void work(LocalWorkers workers, ObjectLocation dataset, RunFolder folder, int parts)
      throws IOException {
    Path scratch = scratch(folder.description().id());
    List<String> words = new ArrayList<>();
    words.addAll(
        List.of("--manifests", dataset.toString(), "--output", folder.directory().toString()));
    words.addAll(List.of("--scratch", scratch.resolve("parts").toString()));
    try (PartsProgress progress = PartsProgress.of(session, folder, parts)) {
      workers.run("process", words, scratch.resolve("logs"), progress::tick);
    }
    delete(scratch);
  }

  /// On the output's own disk where it is local, so that finished shards need no copy.
  private Path scratch(String name) throws IOException {
    Path base =
        work.scheme().equals("file")
            ? work.toPath().resolve(".scratch")
            : Path.of(System.getProperty("java.io.tmpdir"), "shardline");
    return Files.createDirectories(base.resolve(name));
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> tree = Files.walk(folder)) {
      for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }
}
