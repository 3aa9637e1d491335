package dev.shardline.cli.run;

import dev.shardline.cli.session.RunSettings;
import dev.shardline.fit.FitPlan;
import dev.shardline.fit.FitReport;
import dev.shardline.fit.FitWorker;
import dev.shardline.flow.FailurePolicy;
import dev.shardline.flow.WorkerLimits;
import dev.shardline.manifest.BuiltDataset;
import dev.shardline.storage.ObjectLocation;
import dev.shardline.worker.Rank;
import dev.shardline.worker.WorkerContext;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The fit pass of a run on this machine.
///
/// @param work the run's work location; fits lie in `<work>/fits/`
record LocalFit(LocalWorkers workers, ObjectLocation work) {
  private static final Logger LOG = LoggerFactory.getLogger(LocalFit.class);

  /// Lets the recipe's steps learn from the data set's train split.
  ///
  /// @param logs the folder for what the workers write
  /// @return where the result lies
  ObjectLocation run(RunSettings settings, BuiltDataset dataset, Path logs) throws IOException {
    ObjectLocation fits = work.resolve("fits/");
    settings
        .recipe()
        .unfitted()
        .ifPresent(step -> LOG.info("{} learns from the train split first", step));
    workers.run(
        "fit",
        List.of("--manifests", dataset.directory().toString(), "--output", fits.toString()),
        logs,
        () -> {});
    return merged(settings, dataset, fits);
  }

  /// Every worker has the whole result; this one reads the parts' once more to know its name.
  private ObjectLocation merged(RunSettings settings, BuiltDataset dataset, ObjectLocation fits)
      throws IOException {
    FitPlan plan =
        new FitPlan(
            dataset,
            settings.recipe(),
            fits,
            RunSettings.OUTPUT_VERSION,
            Rank.ONLY,
            WorkerLimits.ofThisMachine(),
            new FailurePolicy(settings.output().demands().toleratedFailureRatio()));
    try {
      return FitWorker.run(plan, WorkerContext.of(workers.session().stores()))
          .result()
          .map(FitReport.Result::file)
          .orElseThrow(() -> new IllegalStateException("Nobody stops this worker"));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("The fit was interrupted", e);
    }
  }
}
