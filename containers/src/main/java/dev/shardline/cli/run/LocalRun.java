package dev.shardline.cli.run;

import dev.shardline.build.BuildResult;
import dev.shardline.cli.build.DatasetBuild;
import dev.shardline.cli.session.RunSettings;
import dev.shardline.cli.session.Session;
import dev.shardline.config.Config;
import dev.shardline.digest.Digest;
import dev.shardline.lineage.RunDescription;
import dev.shardline.manifest.BuiltDataset;
import dev.shardline.run.RunFolder;
import dev.shardline.storage.ObjectLocation;
import java.io.IOException;
import java.util.List;
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
    LocalWorkers workers =
        new LocalWorkers(
            session, configWords, instances, WorkerJava.of(settings.recipe(), dataset, instances));
    @Nullable ObjectLocation fitted =
        settings.recipe().unfitted().isPresent() ? fit(workers, settings, dataset) : null;
    ReadySettings ready = ReadySettings.of(session.stores(), settings, dataset, work, fitted);
    RunDescription description = ready.settings().over(dataset);
    RunFolder folder =
        RunFolder.begin(session.stores(), RunFolder.locate(work, description), description);
    ready.keep(session.stores(), folder.directory());
    KeptDemands.keep(session.stores(), folder.directory(), settings.output().demands());
    RunReuse.announce(session.stores(), folder);
    return new RunCompletion(workers, LocalScratch.beside(work))
        .complete(dataset, folder, (parts, files) -> folder.finish(parts, work, files));
  }

  private ObjectLocation fit(LocalWorkers workers, RunSettings settings, BuiltDataset dataset)
      throws IOException {
    try (ScratchFolder scratch =
        LocalScratch.beside(work).take("fit-" + dataset.digest().shortHex())) {
      ObjectLocation fitted = new LocalFit(workers, work).run(settings, dataset, scratch.logs());
      scratch.discard();
      return fitted;
    }
  }
}
