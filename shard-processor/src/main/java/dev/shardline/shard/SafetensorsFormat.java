package dev.shardline.shard;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shardline.data.ElementType;
import dev.shardline.data.Tensor;
import dev.shardline.digest.CanonicalJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// safetensors: a shard's tensors by record key (`KEY`, `KEY.mask` for a companion), and each
/// record's facts, as JSON text, by its key in `__metadata__`. The header is padded with blanks to
/// a multiple of 8 bytes.
public final class SafetensorsFormat implements ShardFormat {
  private static final int ALIGNMENT = 8;
  private static final int LENGTH_BYTES = 8;

  @Override
  public String name() {
    return "safetensors";
  }

  @Override
  public String suffix() {
    return ".safetensors";
  }

  /// The head is JSON: the record's key, its facts and the tensors with offsets inside the record.
  @Override
  public EncodedRecord encode(ShardRecord record) {
    ObjectNode head = CanonicalJson.object().put("key", record.key());
    head.set("facts", record.facts());
    ArrayNode tensors = head.putArray("tensors");
    RecordPieces pieces = new RecordPieces();
    int end = add(tensors, 0, record.key(), record.data());
    pieces.add(record.data().bytes());
    for (Map.Entry<String, Tensor> companion : record.companions().entrySet()) {
      end = add(tensors, end, record.key() + "." + companion.getKey(), companion.getValue());
      pieces.add(companion.getValue().bytes());
    }
    return new EncodedRecord(CanonicalJson.line(head), pieces.toList());
  }

  /// Describes a tensor that begins at byte `start`.
  ///
  /// @return where it ends
  private static int add(ArrayNode tensors, int start, String name, Tensor tensor) {
    ObjectNode node = tensors.addObject().put("name", name).put("dtype", dtype(tensor.type()));
    ArrayNode shape = node.putArray("shape");
    for (int extent : tensor.shape()) {
      shape.add(extent);
    }
    int end = Math.addExact(start, tensor.bytes().length);
    node.put("start", start).put("end", end);
    return end;
  }

  private static String dtype(ElementType type) {
    return switch (type) {
      case UINT8 -> "U8";
      case INT16 -> "I16";
      case UINT16 -> "U16";
      case INT32 -> "I32";
      case INT64 -> "I64";
      case FLOAT32 -> "F32";
      case FLOAT64 -> "F64";
    };
  }

  @Override
  public SealedShard seal(Path records, List<RecordSpan> spans, Path folder) throws IOException {
    byte[] header = padded(header(SpooledRecords.heads(records, spans), spans));
    byte[] before = new LittleEndian().u64(header.length).bytes(header).toBytes();
    Path file = folder.resolve("shard");
    return new SealedShard(file, SpooledRecords.copy(records, spans, before, file), List.of());
  }

  private static byte[] header(List<byte[]> heads, List<RecordSpan> spans) throws IOException {
    ObjectNode header = CanonicalJson.object();
    ObjectNode metadata = header.putObject("__metadata__");
    long base = 0;
    for (int i = 0; i < heads.size(); i++) {
      JsonNode head = CanonicalJson.parse(heads.get(i));
      metadata.put(
          head.required("key").asText(),
          new String(CanonicalJson.line(head.required("facts")), StandardCharsets.UTF_8));
      for (JsonNode tensor : head.required("tensors")) {
        ObjectNode entry = header.putObject(tensor.required("name").asText());
        entry.set("dtype", tensor.required("dtype"));
        entry.set("shape", tensor.required("shape"));
        entry
            .putArray("data_offsets")
            .add(base + tensor.required("start").asLong())
            .add(base + tensor.required("end").asLong());
      }
      base += spans.get(i).length() - spans.get(i).headBytes();
    }
    return CanonicalJson.line(header);
  }

  private static byte[] padded(byte[] header) {
    LittleEndian padded = new LittleEndian().bytes(header);
    while ((LENGTH_BYTES + padded.size()) % ALIGNMENT != 0) {
      padded.u8(' ');
    }
    return padded.toBytes();
  }
}
