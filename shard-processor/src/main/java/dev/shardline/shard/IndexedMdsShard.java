package dev.shardline.shard;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/// What an MDS `index.json` says of one shard.
///
/// @param name of the file as it is stored
/// @param samples records in it
/// @param bytes uncompressed
/// @param storedBytes as it is stored
/// @param compression as mosaicml-streaming names it (`zstd:3`); empty for none
/// @param columns the encoding of each column, in the columns' order
public record IndexedMdsShard(
    String name,
    long samples,
    long bytes,
    long storedBytes,
    String compression,
    SequencedMap<String, String> columns) {
  public IndexedMdsShard {
    columns = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(columns));
  }
}
