package dev.shardline.shard;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shardline.data.Tensor;
import dev.shardline.failure.MalformedDataException;
import dev.shardline.failure.Reason;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/// One record on its way into a shard.
///
/// @param key unique in the run's output, without dots
/// @param data what a model is trained on
/// @param companions further tensors by name (`mask`), in name order
/// @param classIndex the label's number in the data set's encoding
/// @param facts what is known about it (docs/FORMATS.md, record keys); not to be changed
public record ShardRecord(
    String key,
    Tensor data,
    SortedMap<String, Tensor> companions,
    int classIndex,
    ObjectNode facts) {
  /// Beside the tensors, facts and what a format puts around them find room in the same array.
  private static final long LARGEST = Integer.MAX_VALUE - (1L << 20);

  public ShardRecord {
    if (key.isEmpty() || key.indexOf('.') >= 0 || key.indexOf('/') >= 0) {
      throw new IllegalArgumentException("Not a record's key: \"" + key + "\"");
    }
    companions = Collections.unmodifiableSortedMap(new TreeMap<>(companions));
  }

  /// @throws MalformedDataException if the tensors are more than formats hold in one record
  public void requireStorable() throws MalformedDataException {
    long bytes = data.bytes().length;
    for (Tensor companion : companions.values()) {
      bytes += companion.bytes().length;
    }
    if (bytes > LARGEST) {
      throw new MalformedDataException(
          Reason.TOO_LARGE, "record", "at most 2 GiB in one record", bytes + " bytes");
    }
  }
}
