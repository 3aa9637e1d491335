package dev.shardline.inspect.lineage;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shardline.digest.CanonicalJson;
import dev.shardline.digest.Digest;
import dev.shardline.failure.MalformedDataException;
import dev.shardline.inspect.InspectedFile;
import dev.shardline.inspect.Inspection;
import dev.shardline.inspect.Inspector;
import dev.shardline.lineage.FateCounts;
import dev.shardline.lineage.RunIndex;
import dev.shardline.lineage.ShardEntry;
import java.io.IOException;

/// Looks into a run's `index.json`.
public final class IndexInspector implements Inspector {
  private static final Signature SIGNATURE = new Signature("{\n  \"index\":");

  @Override
  public String format() {
    return "index.json";
  }

  @Override
  public boolean recognises(InspectedFile file) {
    return SIGNATURE.isOf(file);
  }

  @Override
  public Inspection inspect(InspectedFile file) throws IOException, MalformedDataException {
    byte[] bytes = file.bytes();
    RunIndex index = RunIndex.read(bytes, file.place());
    FateCounts counts = index.counts();
    ObjectNode facts =
        CanonicalJson.object()
            .put("root-digest", Digest.of(bytes).hex())
            .put("run", index.run().hex())
            .put("samples", counts.samples())
            .put("written", counts.written())
            .put("dropped", counts.dropped())
            .put("quarantined", counts.quarantined());
    ArrayNode parts = facts.putArray("parts");
    for (RunIndex.PartEntry part : index.parts()) {
      parts
          .addObject()
          .put("part", part.part().toString())
          .put("samples", part.counts().samples())
          .put("records", part.records())
          .put("shards", part.shards().size())
          .put("bytes", part.shards().stream().mapToLong(ShardEntry::bytes).sum());
    }
    return Inspection.of(format(), facts);
  }
}
