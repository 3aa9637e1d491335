package dev.shardline.shard;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shardline.data.ElementType;
import dev.shardline.data.Tensor;
import dev.shardline.digest.CanonicalJson;
import dev.shardline.failure.MalformedDataException;
import dev.shardline.failure.Reason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Plain NumPy files for people: a shard is one array of all its records along a new first axis
/// (`numpy.load(…, mmap_mode="r")`); beside it `.labels.npy` with the class indices (int64) and
/// `.jsonl` with each record's key and facts, both in the array's order. All records of a shard
/// have one shape and type; companions are not held.
public final class NpyFormat implements ShardFormat {
  @Override
  public String name() {
    return "npy";
  }

  @Override
  public String suffix() {
    return ".npy";
  }

  /// The head is JSON: key, type, shape, class index and facts.
  @Override
  public EncodedRecord encode(ShardRecord record) throws MalformedDataException {
    if (!record.companions().isEmpty()) {
      throw new MalformedDataException(
          Reason.UNSUPPORTED,
          "record",
          "one array in format npy; drop the companions, or write another format",
          "companions " + record.companions().keySet());
    }
    Tensor tensor = record.data();
    ObjectNode head =
        CanonicalJson.object()
            .put("key", record.key())
            .put("type", tensor.type().name())
            .put("class_index", record.classIndex());
    ArrayNode shape = head.putArray("shape");
    for (int extent : tensor.shape()) {
      shape.add(extent);
    }
    head.set("facts", record.facts());
    return new EncodedRecord(CanonicalJson.line(head), List.of(tensor.bytes()));
  }

  @Override
  public SealedShard seal(Path records, List<RecordSpan> spans, Path folder) throws IOException {
    List<JsonNode> heads = new ArrayList<>();
    for (byte[] head : SpooledRecords.heads(records, spans)) {
      heads.add(CanonicalJson.parse(head));
    }
    requireSameShape(heads);
    Path file = folder.resolve("array");
    List<Long> offsets = SpooledRecords.copy(records, spans, header(heads), file);
    return new SealedShard(
        file,
        offsets,
        List.of(
            new SealedShard.Sidecar(
                ".labels.npy", Files.write(folder.resolve("labels"), labels(heads))),
            new SealedShard.Sidecar(".jsonl", Files.write(folder.resolve("facts"), facts(heads)))));
  }

  private static void requireSameShape(List<JsonNode> heads) {
    AlikeHeads.require(
        heads,
        List.of("type", "shape"),
        "Format npy puts all records of a shard into one array",
        "End the recipe with a step that gives one shape");
  }

  private static byte[] header(List<JsonNode> heads) {
    JsonNode first = heads.getFirst();
    int[] shape = new int[1 + first.get("shape").size()];
    shape[0] = heads.size();
    for (int axis = 1; axis < shape.length; axis++) {
      shape[axis] = first.get("shape").get(axis - 1).asInt();
    }
    return NpyEncoding.header(ElementType.valueOf(first.get("type").asText()), shape);
  }

  private static byte[] labels(List<JsonNode> heads) {
    LittleEndian labels =
        new LittleEndian().bytes(NpyEncoding.header(ElementType.INT64, heads.size()));
    heads.forEach(head -> labels.u64(head.get("class_index").asLong()));
    return labels.toBytes();
  }

  private static byte[] facts(List<JsonNode> heads) {
    ByteArrayOutputStream lines = new ByteArrayOutputStream();
    for (JsonNode head : heads) {
      ObjectNode line = CanonicalJson.object();
      line.set("key", head.get("key"));
      head.get("facts").properties().forEach(fact -> line.set(fact.getKey(), fact.getValue()));
      lines.writeBytes(CanonicalJson.line(line));
      lines.write('\n');
    }
    return lines.toByteArray();
  }
}
