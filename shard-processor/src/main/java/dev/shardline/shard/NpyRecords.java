package dev.shardline.shard;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shardline.data.Tensor;
import dev.shardline.failure.MalformedDataException;
import dev.shardline.failure.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;
import java.util.TreeMap;

/// Reads shards of [NpyFormat]: the array's rows, with the keys and facts that lie beside it.
public final class NpyRecords implements StoredRecords {
  private final Tensor array;
  private final int[] shape;
  private final int rows;
  private final JsonLines lines;
  private int next;

  /// @param array the whole `.npy` file; not to be written
  /// @param facts the `.jsonl` file beside it; closed with this
  public NpyRecords(byte[] array, InputStream facts) throws MalformedDataException {
    this.array = NpyDecoding.tensor(array);
    int[] whole = this.array.shape();
    if (whole.length == 0) {
      throw StoredBytes.malformed("shape", 0, "records along a first axis", "a single number");
    }
    this.rows = whole[0];
    this.shape = Arrays.copyOfRange(whole, 1, whole.length);
    this.lines = new JsonLines(facts, ".jsonl line");
  }

  @Override
  public Optional<StoredRecord> next() throws IOException, MalformedDataException {
    Optional<ObjectNode> line = lines.next();
    if (line.isPresent() != next < rows) {
      throw new MalformedDataException(
          Reason.MALFORMED,
          "lines of the .jsonl file",
          rows + ", one for each record of the array",
          line.isPresent() ? "more" : next + "");
    }
    return line.map(this::record);
  }

  private StoredRecord record(ObjectNode facts) {
    int bytes = array.bytes().length / rows;
    byte[] row = Arrays.copyOfRange(array.bytes(), next * bytes, (next + 1) * bytes);
    next++;
    String key = facts.path("key").asText();
    facts.remove("key");
    return new StoredRecord(key, Tensor.of(array.type(), shape, row), new TreeMap<>(), facts);
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
