package dev.shardline.cli.run;

import dev.shardline.cli.session.Locations;
import dev.shardline.digest.CanonicalJson;
import dev.shardline.lineage.RunPaths;
import dev.shardline.run.RunFolder;
import dev.shardline.storage.ObjectStore;
import dev.shardline.storage.ObjectSummary;
import dev.shardline.storage.StoreProvider;
import dev.shardline.worker.EarlierRuns;
import dev.shardline.worker.EarlierRuns.EarlierRun;
import java.io.IOException;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Says which earlier runs' parts a run may take over and why not those of others, and afterwards
/// which it took over.
final class RunReuse {
  private static final Logger LOG = LoggerFactory.getLogger(RunReuse.class);

  private RunReuse() {}

  /// Tells it before the workers begin.
  static void announce(StoreProvider stores, RunFolder folder) throws IOException {
    ObjectStore store = stores.storeOf(folder.directory());
    for (EarlierRun run : EarlierRuns.beside(store, folder.directory(), folder.description())) {
      if (run.isAlike()) {
        LOG.info(
            "{}: same recipe, output and output version: parts with unchanged samples are taken"
                + " over",
            Locations.shown(run.directory()));
      } else {
        LOG.info(
            "{}: {}: nothing of it can be taken over",
            Locations.shown(run.directory()),
            String.join(", ", run.differences()));
      }
    }
  }

  /// The parts that workers took over, as they told.
  static TreeSet<String> parts(StoreProvider stores, RunFolder folder) throws IOException {
    ObjectStore store = stores.storeOf(folder.directory());
    TreeSet<String> parts = new TreeSet<>();
    for (ObjectSummary file : store.listAll(folder.directory().resolve(RunPaths.WORKERS))) {
      CanonicalJson.parse(store.read(file.location()))
          .path("reused")
          .forEach(part -> parts.add(part.asText()));
    }
    return parts;
  }
}
