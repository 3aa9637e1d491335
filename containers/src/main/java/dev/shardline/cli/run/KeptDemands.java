package dev.shardline.cli.run;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shardline.digest.CanonicalJson;
import dev.shardline.lineage.RunPaths;
import dev.shardline.shard.OutputDemands;
import dev.shardline.storage.Content;
import dev.shardline.storage.ObjectLocation;
import dev.shardline.storage.StoreProvider;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.NoSuchFileException;

/// What was asked of a run last, kept beside it: `resume` and `redrive` find it here, however the
/// workers were started.
final class KeptDemands {
  private static final String TOLERATED = "tolerated-failure-ratio";
  private static final String MINIMUM = "minimum-per-class";

  private KeptDemands() {}

  static void keep(StoreProvider stores, ObjectLocation run, OutputDemands demands)
      throws IOException {
    ObjectLocation file = run.resolve(RunPaths.SETTINGS);
    var ignored =
        stores
            .storeOf(file)
            .write(
                file,
                Content.ofBytes(
                    CanonicalJson.file(
                        CanonicalJson.object()
                            .put(TOLERATED, demands.toleratedFailureRatio().toPlainString())
                            .put(MINIMUM, demands.minimumPerClass()))));
  }

  /// The demands; the usual ones where none were kept.
  static OutputDemands of(StoreProvider stores, ObjectLocation run) throws IOException {
    ObjectLocation file = run.resolve(RunPaths.SETTINGS);
    try {
      JsonNode kept = CanonicalJson.parse(stores.storeOf(file).read(file));
      return new OutputDemands(
          new BigDecimal(kept.path(TOLERATED).asText("0")), kept.path(MINIMUM).asLong());
    } catch (NoSuchFileException | IllegalArgumentException _) {
      return OutputDemands.USUAL;
    }
  }
}
