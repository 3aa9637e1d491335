package dev.shardline.cli.run;

import dev.shardline.cli.session.Locations;
import dev.shardline.cli.session.RunSettings;
import dev.shardline.cli.session.Session;
import dev.shardline.config.Config;
import dev.shardline.failure.UsageException;
import dev.shardline.lineage.RunDescription;
import dev.shardline.manifest.BuiltDataset;
import dev.shardline.recipe.Recipe;
import dev.shardline.run.RunFolder;
import dev.shardline.shard.OutputDemands;
import dev.shardline.storage.ObjectLocation;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A run that is worked on again, from what its folder says of it.
///
/// @param configuration the run's recipe and output, for the workers
/// @param work the location the run was begun under; empty for a run that lies elsewhere
record RunAgain(
    Session session,
    RunFolder folder,
    BuiltDataset dataset,
    Path configuration,
    Optional<ObjectLocation> work) {
  /// @param tolerated the ratio of samples that may fail; null for that the run was begun with
  /// @throws UsageException if there is no run, or this program would give other bytes
  static RunAgain open(Session session, ObjectLocation directory, @Nullable BigDecimal tolerated)
      throws IOException {
    RunFolder folder = RunFolder.open(session.stores(), directory);
    RunDescription run = folder.description();
    BuiltDataset dataset = DatasetFolder.open(session.stores(), run.dataset());
    Optional<ObjectLocation> work = workOf(folder);
    Path file = scratch(work).file(run.id() + ".yaml");
    OutputDemands begun = KeptDemands.of(session.stores(), directory);
    Files.writeString(
        file, RunConfiguration.text(run, tolerated == null ? begun : begun.tolerating(tolerated)));
    requireSame(session, folder, dataset, file);
    return new RunAgain(session, folder, dataset, file, work);
  }

  private static void requireSame(
      Session session, RunFolder folder, BuiltDataset dataset, Path configuration)
      throws IOException {
    RunSettings settings = RunSettings.read(Config.load(configuration, List.of()));
    ReadySettings ready =
        ReadySettings.of(session.stores(), settings, dataset, folder.directory(), null);
    String now = ready.settings().over(dataset).id();
    if (!now.equals(folder.description().id())) {
      throw new UsageException(
          "%s: this program would make another run of it (%s): its data set, a step's version or the output version has changed. Use the program that began it, or start a new run."
              .formatted(Locations.shown(folder.directory()), now));
    }
  }

  /// `<work>` of `<work>/runs/<run-id>/`.
  private static Optional<ObjectLocation> workOf(RunFolder folder) {
    ObjectLocation directory = folder.directory().asDirectory();
    String usual = "runs/" + folder.description().id() + "/";
    String key = directory.key();
    return key.endsWith(usual)
        ? Optional.of(
            new ObjectLocation(
                directory.scheme(),
                directory.container(),
                key.substring(0, key.length() - usual.length())))
        : Optional.empty();
  }

  private static LocalScratch scratch(Optional<ObjectLocation> work) {
    return work.map(LocalScratch::beside).orElseGet(LocalScratch::ofThisMachine);
  }

  /// Does what is left.
  ///
  /// @param becomesLatest whether `<work>/runs/latest` shall name the run
  LocalRun.Result complete(int instances, boolean becomesLatest) throws IOException {
    Recipe recipe = RunSettings.read(Config.load(configuration, List.of())).recipe();
    LocalWorkers workers =
        new LocalWorkers(
            session,
            List.of(configuration.toString()),
            instances,
            WorkerJava.of(recipe, dataset, instances));
    LocalRun.Result result =
        new RunCompletion(workers, scratch(work))
            .complete(
                dataset,
                folder,
                (parts, files) ->
                    becomesLatest && work.isPresent()
                        ? folder.finish(parts, work.get(), files)
                        : folder.index(parts, files));
    Files.deleteIfExists(configuration);
    return result;
  }
}
