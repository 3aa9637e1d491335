package dev.shardline.shard;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shardline.data.ElementType;
import dev.shardline.data.Tensor;
import dev.shardline.digest.CanonicalJson;
import dev.shardline.failure.MalformedDataException;
import dev.shardline.failure.Reason;
import dev.shardline.failure.UsageException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Onda, as Onda.jl reads it: a shard is one signal, its records one after another in time
/// (`part-00000.lpcm`, with `output.compression: zstd` `part-00000.lpcm.zst`). Beside it
/// `part-00000.onda.signals.arrow`, the signal's row, and `part-00000.onda.annotations.arrow`: a
/// span for each record with the columns `label`, `key`, `sample`, `subject`, `class_index`,
/// `split`, and one for each epoch of dense labels with the column `label` alone.
///
/// A record is a window of signal channels, float32 or float64 (`recording-to-tensor`); all records
/// of a shard have the same channels, in one unit, at one rate. UUIDs are made of the records'
/// keys.
public final class OndaShardFormat implements ShardFormat {
  private static final String DENSE_LABELS = "labels";
  private static final List<String> FACTS =
      List.of("label", "sample", "subject", "class_index", "split");

  @Override
  public String name() {
    return "onda";
  }

  @Override
  public String suffix() {
    return ".lpcm";
  }

  /// Onda knows plain and zstd files.
  @Override
  public boolean takes(Compression.Method method) {
    return method != Compression.Method.GZIP;
  }

  /// The head is JSON: what the tables say of the record.
  @Override
  public EncodedRecord encode(ShardRecord record) throws MalformedDataException {
    ObjectNode facts = record.facts();
    Tensor tensor = record.data();
    boolean floating = tensor.type() == ElementType.FLOAT32 || tensor.type() == ElementType.FLOAT64;
    boolean signals =
        floating
            && tensor.shape().length == 2
            && facts.has("sampling-rate-hz")
            && !facts.has("features")
            && facts.path("signal-channels").size() == tensor.shape()[0];
    if (!signals || tensor.shape()[1] == 0) {
      throw refused(tensor + " of " + facts.path("signal-channels").size() + " signal channels");
    }
    ObjectNode head = CanonicalJson.object().put("key", record.key());
    head.put("type", tensor.type().name()).put("time-points", tensor.shape()[1]);
    head.set("rate", facts.get("sampling-rate-hz"));
    head.set("channels", facts.get("signal-channels"));
    head.set("units", facts.path("units"));
    FACTS.forEach(fact -> head.put(fact, facts.path(fact).asText()));
    head.set("epochs", epochs(record));
    return new EncodedRecord(CanonicalJson.line(head), List.of(interleaved(tensor)));
  }

  private static MalformedDataException refused(String found) {
    return new MalformedDataException(
        Reason.UNSUPPORTED,
        "record",
        "a window of signal channels in format onda; end the recipe in recording-to-tensor",
        found);
  }

  /// The class of every epoch, empty for none.
  private static ArrayNode epochs(ShardRecord record) throws MalformedDataException {
    ArrayNode epochs = CanonicalJson.object().putArray("epochs");
    for (String name : record.companions().keySet()) {
      if (!name.equals(DENSE_LABELS)) {
        throw refused("the companion `" + name + "`");
      }
      JsonNode classes = record.facts().path("classes");
      ByteBuffer labels =
          ByteBuffer.wrap(record.companions().get(name).bytes()).order(ByteOrder.LITTLE_ENDIAN);
      while (labels.remaining() >= Long.BYTES) {
        epochs.add(classes.path((int) labels.getLong()).asText());
      }
    }
    return epochs;
  }

  /// Time point by time point.
  private static byte[] interleaved(Tensor tensor) {
    int width = tensor.type() == ElementType.FLOAT32 ? Float.BYTES : Double.BYTES;
    int channels = tensor.shape()[0];
    int timePoints = tensor.shape()[1];
    byte[] from = tensor.bytes();
    byte[] to = new byte[from.length];
    for (int channel = 0; channel < channels; channel++) {
      for (int t = 0; t < timePoints; t++) {
        System.arraycopy(
            from, (channel * timePoints + t) * width, to, (t * channels + channel) * width, width);
      }
    }
    return to;
  }

  /// As [#seal(Path, List, Path, String)], for a shard of an unknown name.
  @Override
  public SealedShard seal(Path records, List<RecordSpan> spans, Path folder) throws IOException {
    return seal(records, spans, folder, "samples" + suffix());
  }

  @Override
  public SealedShard seal(Path records, List<RecordSpan> spans, Path folder, String storedName)
      throws IOException {
    List<JsonNode> heads = new ArrayList<>();
    for (byte[] head : SpooledRecords.heads(records, spans)) {
      heads.add(CanonicalJson.parse(head));
    }
    requireAlike(heads);
    Path file = folder.resolve("samples");
    List<Long> offsets = SpooledRecords.copy(records, spans, new byte[0], file);
    OndaShardTables tables = new OndaShardTables(heads, storedName);
    return new SealedShard(
        file,
        offsets,
        List.of(
            new SealedShard.Sidecar(
                ".onda.signals.arrow", Files.write(folder.resolve("signals"), tables.signals())),
            new SealedShard.Sidecar(
                ".onda.annotations.arrow",
                Files.write(folder.resolve("annotations"), tables.annotations()))));
  }

  private static void requireAlike(List<JsonNode> heads) {
    AlikeHeads.require(
        heads,
        List.of("channels", "units", "rate", "type"),
        "Format onda makes one signal of a shard",
        "Bring all recordings to the same");
    JsonNode first = heads.getFirst();
    for (JsonNode unit : first.get("units")) {
      if (!unit.equals(first.get("units").get(0))) {
        throw new UsageException(
            "An Onda signal has one unit, but record %s has %s; put `convert-units` or `pick-channels` into the recipe"
                .formatted(first.get("key").asText(), first.get("units")));
      }
    }
  }
}
