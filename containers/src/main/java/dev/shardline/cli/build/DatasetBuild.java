package dev.shardline.cli.build;

import dev.shardline.build.BuildProgress;
import dev.shardline.build.BuildRequest;
import dev.shardline.build.BuildResult;
import dev.shardline.build.CheckResult;
import dev.shardline.build.DatasetBuilder;
import dev.shardline.build.DatasetSection;
import dev.shardline.build.DatasetSpec;
import dev.shardline.cli.session.Session;
import dev.shardline.cli.session.Version;
import dev.shardline.cli.session.Wiring;
import dev.shardline.config.Config;
import dev.shardline.storage.ObjectLocation;

/// Builds a configuration's data set with the program's own stores, telling how far it is.
public final class DatasetBuild {
  private final Session session;

  public DatasetBuild(Session session) {
    this.session = session;
  }

  public BuildResult build(Config config, ObjectLocation work, boolean dryRun) {
    DatasetSpec dataset = DatasetSection.read(config.root());
    return builder().build(new BuildRequest(dataset, work, Version.text(), dryRun));
  }

  /// Makes the checks alone.
  CheckResult check(Config config) {
    return builder().check(DatasetSection.read(config.root()));
  }

  private DatasetBuilder builder() {
    return new DatasetBuilder(
        session.stores(), Wiring.lister(session.stores()), Wiring.probes(), progress());
  }

  private BuildProgress progress() {
    return session.isTalkative() ? new BuildLog(System::nanoTime) : BuildProgress.NONE;
  }
}
