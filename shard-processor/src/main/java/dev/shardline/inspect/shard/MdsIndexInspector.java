package dev.shardline.inspect.shard;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shardline.digest.CanonicalJson;
import dev.shardline.failure.MalformedDataException;
import dev.shardline.inspect.InspectedFile;
import dev.shardline.inspect.Inspection;
import dev.shardline.inspect.Inspector;
import dev.shardline.shard.IndexedMdsShard;
import dev.shardline.shard.MdsIndex;
import dev.shardline.shard.MdsIndexReader;
import java.io.IOException;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// Looks into the `index.json` of MDS shards.
public final class MdsIndexInspector implements Inspector {
  private static final int LISTED = 20;

  @Override
  public String format() {
    return "MDS index";
  }

  /// By name: asked after the inspector of a run's own `index.json`, which tells by content.
  @Override
  public boolean recognises(InspectedFile file) {
    return file.name().equals(MdsIndex.FILE_NAME);
  }

  @Override
  public Inspection inspect(InspectedFile file) throws IOException, MalformedDataException {
    List<IndexedMdsShard> shards = MdsIndexReader.read(file.bytes());
    ObjectNode facts =
        CanonicalJson.object()
            .put("shards", shards.size())
            .put("records", shards.stream().mapToLong(IndexedMdsShard::samples).sum())
            .put("bytes", shards.stream().mapToLong(IndexedMdsShard::bytes).sum())
            .put("stored-bytes", shards.stream().mapToLong(IndexedMdsShard::storedBytes).sum());
    counted(shards).forEach(facts.putObject("compression")::put);
    ObjectNode columns = facts.putObject("columns");
    shards.forEach(shard -> shard.columns().forEach(columns::put));
    ArrayNode listed = facts.putArray("first-shards");
    for (IndexedMdsShard shard : shards.subList(0, Math.min(LISTED, shards.size()))) {
      listed
          .addObject()
          .put("name", shard.name())
          .put("records", shard.samples())
          .put("bytes", shard.bytes())
          .put("stored-bytes", shard.storedBytes());
    }
    return Inspection.of(format(), facts);
  }

  private static SortedMap<String, Long> counted(List<IndexedMdsShard> shards) {
    SortedMap<String, Long> compressions = new TreeMap<>();
    for (IndexedMdsShard shard : shards) {
      compressions.merge(
          shard.compression().isEmpty() ? "none" : shard.compression(), 1L, Long::sum);
    }
    return compressions;
  }
}
