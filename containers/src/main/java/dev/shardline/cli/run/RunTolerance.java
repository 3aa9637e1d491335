package dev.shardline.cli.run;

import dev.shardline.digest.CanonicalJson;
import dev.shardline.lineage.RunPaths;
import dev.shardline.storage.Content;
import dev.shardline.storage.ObjectLocation;
import dev.shardline.storage.StoreProvider;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.NoSuchFileException;

/// The ratio of failed samples that was given last to a run. No byte of the run depends on it, so
/// it is no part of the run's description; `resume` and `redrive` find it here, however the workers
/// were started.
final class RunTolerance {
  private static final String KEY = "tolerated-failure-ratio";

  private RunTolerance() {}

  static void keep(StoreProvider stores, ObjectLocation run, BigDecimal ratio) throws IOException {
    ObjectLocation file = run.resolve(RunPaths.SETTINGS);
    var ignored =
        stores
            .storeOf(file)
            .write(
                file,
                Content.ofBytes(
                    CanonicalJson.file(CanonicalJson.object().put(KEY, ratio.toPlainString()))));
  }

  /// The ratio; 0 where none was kept.
  static BigDecimal of(StoreProvider stores, ObjectLocation run) throws IOException {
    ObjectLocation file = run.resolve(RunPaths.SETTINGS);
    try {
      return new BigDecimal(
          CanonicalJson.parse(stores.storeOf(file).read(file)).path(KEY).asText("0"));
    } catch (NoSuchFileException | NumberFormatException _) {
      return BigDecimal.ZERO;
    }
  }
}
