package dev.shardline.inspect.lineage;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shardline.digest.CanonicalJson;
import dev.shardline.failure.MalformedDataException;
import dev.shardline.inspect.InspectedFile;
import dev.shardline.inspect.Inspection;
import dev.shardline.inspect.Inspector;
import dev.shardline.lineage.FateCounts;
import dev.shardline.lineage.Ledger;
import dev.shardline.lineage.LedgerReader;
import dev.shardline.lineage.SampleEntry;
import dev.shardline.lineage.SampleFate;
import java.io.IOException;

/// Looks into ledgers; a damaged one is refused.
public final class LedgerInspector implements Inspector {
  private static final int LISTED = 20;
  private static final Signature SIGNATURE = new Signature("{\"ledger\":");

  @Override
  public String format() {
    return "ledger";
  }

  @Override
  public boolean recognises(InspectedFile file) {
    return SIGNATURE.isOf(file);
  }

  @Override
  public Inspection inspect(InspectedFile file) throws IOException, MalformedDataException {
    Ledger ledger = LedgerReader.read(file.bytes(), file.place());
    FateCounts counts = ledger.counts();
    ObjectNode facts =
        CanonicalJson.object()
            .put("part", ledger.header().part().toString())
            .put("part-digest", ledger.header().partDigest().hex())
            .put("run", ledger.header().run().hex())
            .put("software", ledger.header().software())
            .put("output-version", ledger.header().outputVersion())
            .put("samples", counts.samples())
            .put("written", counts.written())
            .put("dropped", counts.dropped())
            .put("quarantined", counts.quarantined());
    ArrayNode shards = facts.putArray("shards");
    ledger
        .shards()
        .forEach(shard ->
            shards
                .addObject()
                .put("name", shard.name())
                .put("records", shard.records())
                .put("bytes", shard.bytes())
                .put("sha256", shard.sha256().hex()));
    ArrayNode lost = facts.putArray("first-not-written");
    for (SampleEntry entry : ledger.samples()) {
      if (lost.size() < LISTED) {
        addIfLost(lost, entry);
      }
    }
    return Inspection.of(format(), facts);
  }

  private static void addIfLost(ArrayNode lost, SampleEntry entry) {
    switch (entry.fate()) {
      case SampleFate.Written _ -> {}
      case SampleFate.Dropped(String rule, String detail) ->
          lost.addObject()
              .put("sample", entry.sample())
              .put("fate", "dropped")
              .put("why", rule)
              .put("detail", detail);
      case SampleFate.Quarantined(var reason, String detail) ->
          lost.addObject()
              .put("sample", entry.sample())
              .put("fate", "quarantined")
              .put("why", reason.fileName())
              .put("detail", detail);
    }
  }
}
