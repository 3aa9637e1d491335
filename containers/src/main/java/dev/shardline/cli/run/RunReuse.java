package dev.shardline.cli.run;

import com.fasterxml.jackson.databind.JsonNode;
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
import java.util.Collections;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
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

  /// What workers told of the parts that an earlier run might have had.
  ///
  /// @param taken the parts that were taken over
  /// @param refused why others were not, by part
  record Told(SortedSet<String> taken, SortedMap<String, String> refused) {
    Told {
      taken = Collections.unmodifiableSortedSet(new TreeSet<>(taken));
      refused = Collections.unmodifiableSortedMap(new TreeMap<>(refused));
    }
  }

  /// Gathers what all workers of a run told.
  static Told told(StoreProvider stores, RunFolder folder) throws IOException {
    ObjectStore store = stores.storeOf(folder.directory());
    TreeSet<String> taken = new TreeSet<>();
    TreeMap<String, String> refused = new TreeMap<>();
    for (ObjectSummary file : store.listAll(folder.directory().resolve(RunPaths.WORKERS))) {
      JsonNode evidence = CanonicalJson.parse(store.read(file.location()));
      evidence.path("reused").forEach(part -> taken.add(part.asText()));
      evidence
          .path("not-reused")
          .properties()
          .forEach(part -> refused.put(part.getKey(), part.getValue().asText()));
    }
    return new Told(taken, refused);
  }
}
