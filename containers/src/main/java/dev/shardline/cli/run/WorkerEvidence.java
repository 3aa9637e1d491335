package dev.shardline.cli.run;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shardline.digest.CanonicalJson;
import dev.shardline.lineage.RunPaths;
import dev.shardline.storage.Content;
import dev.shardline.storage.ObjectLocation;
import dev.shardline.storage.StoreProvider;
import dev.shardline.telemetry.Stage;
import dev.shardline.worker.Rank;
import dev.shardline.worker.WorkerReport;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.UUID;

/// What a worker tells of itself beside the ledgers: rank, times, and where the times went. No part
/// of the chain of digests, and free to differ from run to run.
final class WorkerEvidence {
  /// When a worker ended, UTC.
  static final String ENDED = "ended";

  private static final double NANOS = 1e9;

  private WorkerEvidence() {}

  static void write(StoreProvider stores, ObjectLocation run, Rank rank, WorkerReport report)
      throws IOException {
    ObjectNode node =
        CanonicalJson.object()
            .put("rank", rank.index())
            .put("count", rank.count())
            .put("outcome", report.outcome().name().toLowerCase(Locale.ROOT))
            .put("parts-committed", report.committed().size())
            .put("parts-found-done", report.foundDone().size())
            .put(ENDED, Instant.now().truncatedTo(ChronoUnit.SECONDS).toString())
            .put("seconds", report.elapsed().toMillis() / 1000.0);
    ArrayNode reused = node.putArray("reused");
    report.reused().forEach(part -> reused.add(part.toString()));
    ObjectNode refused = node.putObject("not-reused");
    report.reuse().refused().forEach((part, why) -> refused.put(part.toString(), why));
    ObjectNode stages = node.putObject("stages");
    for (Stage stage : Stage.values()) {
      stages.put(stage.fileName(), rounded(report.metrics().nanos(stage)));
    }
    ObjectNode steps = node.putObject("steps");
    report.metrics().steps().forEach((step, nanos) -> steps.put(step, rounded(nanos)));
    String attempt =
        "%05d-%s".formatted(rank.index(), UUID.randomUUID().toString().substring(0, 8));
    ObjectLocation file = run.resolve(RunPaths.WORKERS + attempt + ".json");
    stores.storeOf(file).write(file, Content.ofBytes(CanonicalJson.file(node)));
  }

  private static double rounded(long nanos) {
    return Math.round(nanos / NANOS * 1000) / 1000.0;
  }
}
