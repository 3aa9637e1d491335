package dev.shardline.shard;

import dev.shardline.data.Tensor;
import dev.shardline.digest.CanonicalJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.zip.CRC32C;

/// TFRecord of `tf.train.Example`: `data` holds the elements as little-endian bytes in C order
/// (read them with `tf.io.decode_raw`), `data/shape` and `data/dtype` say how to take them; a
/// companion `mask` has the same three features; `class_index`, `key` and `json` besides. An index
/// of `offset size` lines, as DALI reads it, lies beside each shard.
public final class TfRecordFormat implements ShardFormat {
  private static final int BYTES_LIST = 1;
  private static final int INT64_LIST = 3;
  private static final int CRC_ROTATION = 15;
  private static final int CRC_DELTA = 0xa282ead8;

  @Override
  public String name() {
    return "tfrecord";
  }

  @Override
  public String suffix() {
    return ".tfrecord";
  }

  @Override
  public boolean beginsWithRecords() {
    return true;
  }

  @Override
  public EncodedRecord encode(ShardRecord record) {
    byte[] example = example(record);
    byte[] length = new LittleEndian().u64(example.length).toBytes();
    return EncodedRecord.of(
        new RecordPieces()
            .add(length)
            .add(new LittleEndian().u32(maskedCrc(length)).toBytes())
            .add(example)
            .add(new LittleEndian().u32(maskedCrc(example)).toBytes())
            .toList());
  }

  /// The checksum as TFRecord stores it.
  static int maskedCrc(byte[] bytes) {
    CRC32C crc = new CRC32C();
    crc.update(bytes);
    return Integer.rotateRight((int) crc.getValue(), CRC_ROTATION) + CRC_DELTA;
  }

  private static byte[] example(ShardRecord record) {
    TreeMap<String, byte[]> features = new TreeMap<>();
    tensor(features, "data", record.data());
    record.companions().forEach((name, tensor) -> tensor(features, name, tensor));
    features.put("class_index", whole(record.classIndex()));
    features.put("key", bytes(record.key().getBytes(StandardCharsets.UTF_8)));
    features.put("json", bytes(CanonicalJson.line(record.facts())));
    Protobuf map = new Protobuf();
    features.forEach((name, feature) -> {
      Protobuf entry = new Protobuf();
      entry.field(1, name.getBytes(StandardCharsets.UTF_8)).field(2, feature);
      map.field(1, entry.toBytes());
    });
    return new Protobuf().field(1, map.toBytes()).toBytes();
  }

  private static void tensor(TreeMap<String, byte[]> features, String name, Tensor tensor) {
    long[] shape = Arrays.stream(tensor.shape()).asLongStream().toArray();
    features.put(name, bytes(tensor.bytes()));
    features.put(name + "/shape", whole(shape));
    features.put(
        name + "/dtype", bytes(tensor.type().numpyName().getBytes(StandardCharsets.UTF_8)));
  }

  private static byte[] bytes(byte[] value) {
    byte[] list = new Protobuf().field(1, value).toBytes();
    return new Protobuf().field(BYTES_LIST, list).toBytes();
  }

  private static byte[] whole(long... values) {
    byte[] list = new Protobuf().packed(1, values).toBytes();
    return new Protobuf().field(INT64_LIST, list).toBytes();
  }

  @Override
  public SealedShard seal(Path records, List<RecordSpan> spans, Path folder) throws IOException {
    SpooledRecords.truncate(records, spans);
    StringBuilder index = new StringBuilder();
    for (RecordSpan span : spans) {
      index.append(span.offset()).append(' ').append(span.length()).append('\n');
    }
    Path file = Files.writeString(folder.resolve("index"), index);
    return new SealedShard(
        records,
        spans.stream().map(RecordSpan::offset).toList(),
        List.of(new SealedShard.Sidecar(".idx", file)));
  }
}
