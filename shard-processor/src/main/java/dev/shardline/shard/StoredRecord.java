package dev.shardline.shard;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shardline.data.Tensor;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/// One record read back from a shard.
///
/// @param key its key
/// @param data what a model is trained on
/// @param companions further tensors by name (`mask`)
/// @param facts what is known about it (docs/FORMATS.md, record keys); not to be changed
public record StoredRecord(
    String key, Tensor data, SortedMap<String, Tensor> companions, ObjectNode facts) {
  public StoredRecord {
    companions = Collections.unmodifiableSortedMap(new TreeMap<>(companions));
  }
}
