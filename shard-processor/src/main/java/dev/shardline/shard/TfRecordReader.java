package dev.shardline.shard;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shardline.data.ElementType;
import dev.shardline.data.Tensor;
import dev.shardline.digest.CanonicalJson;
import dev.shardline.failure.MalformedDataException;
import dev.shardline.shard.ProtobufFields.Field;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// Reads shards of [TfRecordFormat]; each record's checksums are checked.
public final class TfRecordReader implements StoredRecords {
  private static final int CRC_BYTES = 4;
  private static final String SHAPE = "/shape";
  private static final String TYPE = "/dtype";

  private final StoredBytes file;
  private long at;

  /// @param bytes the whole shard; not to be written
  public TfRecordReader(byte[] bytes) {
    this.file = new StoredBytes(bytes);
  }

  @Override
  public Optional<StoredRecord> next() throws MalformedDataException {
    if (at == file.length()) {
      return Optional.empty();
    }
    long length = file.i64(at, "record length");
    checkSum(at, Long.BYTES, "checksum of the record length");
    long start = at + Long.BYTES + CRC_BYTES;
    checkSum(start, length, "checksum of the record");
    at = start + length + CRC_BYTES;
    return Optional.of(record(features(start, length), start));
  }

  private void checkSum(long from, long length, String field) throws MalformedDataException {
    int stored = (int) file.u32(from + length, field);
    int computed = TfRecordFormat.maskedCrc(file.copy(from, length, field));
    if (stored != computed) {
      throw StoredBytes.malformed(
          field,
          from + length,
          Integer.toHexString(computed) + " as the data has",
          Integer.toHexString(stored));
    }
  }

  /// The value of each feature, still as the list that it is.
  private SortedMap<String, Field> features(long from, long length) throws MalformedDataException {
    SortedMap<String, Field> features = new TreeMap<>();
    for (Field map : ProtobufFields.of(file, from, length)) {
      for (Field entry : ProtobufFields.of(file, map.from(), map.length())) {
        String name = "";
        for (Field part : ProtobufFields.of(file, entry.from(), entry.length())) {
          if (part.number() == 1) {
            name =
                new String(file.copy(part.from(), part.length(), "name"), StandardCharsets.UTF_8);
          } else {
            features.put(name, only(only(part)));
          }
        }
      }
    }
    return features;
  }

  private Field only(Field message) throws MalformedDataException {
    return ProtobufFields.of(file, message.from(), message.length()).stream()
        .findFirst()
        .orElseThrow(
            () -> StoredBytes.malformed("feature", message.from(), "a list of one value", "none"));
  }

  private StoredRecord record(SortedMap<String, Field> features, long start)
      throws MalformedDataException {
    SortedMap<String, Tensor> tensors = new TreeMap<>();
    for (String name : features.keySet()) {
      if (features.containsKey(name + TYPE) && features.containsKey(name + SHAPE)) {
        tensors.put(name, tensor(features, name));
      }
    }
    Tensor data = tensors.remove("data");
    if (data == null) {
      throw StoredBytes.malformed(
          "features", start, "a feature `data` with its shape and dtype", features.keySet() + "");
    }
    Field json = features.get("json");
    ObjectNode facts =
        json == null ? CanonicalJson.object() : file.json(json.from(), json.length(), "json");
    return new StoredRecord(text(features, "key"), data, tensors, facts);
  }

  private String text(SortedMap<String, Field> features, String name)
      throws MalformedDataException {
    Field field = features.get(name);
    return field == null
        ? ""
        : new String(file.copy(field.from(), field.length(), name), StandardCharsets.UTF_8);
  }

  private Tensor tensor(SortedMap<String, Field> features, String name)
      throws MalformedDataException {
    String type = text(features, name + TYPE);
    Field shape = features.get(name + SHAPE);
    Field elements = features.get(name);
    if (shape == null || elements == null) {
      throw new IllegalStateException("both were found");
    }
    for (ElementType known : ElementType.values()) {
      if (known.numpyName().equals(type)) {
        int[] extents = ProtobufFields.packed(file, shape);
        return file.tensor(known, extents, elements.from(), elements.length(), name);
      }
    }
    throw StoredBytes.malformed(name + TYPE, elements.from(), "a dtype that we write", type);
  }

  @Override
  public void close() {
    // the bytes are the caller's
  }
}
