package dev.shardline.lineage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shardline.digest.CanonicalJson;
import dev.shardline.digest.Digest;
import java.io.ByteArrayOutputStream;

/// Writes a ledger as JSON Lines (docs/FORMATS.md): header, one line a sample, footer with the
/// digest of all that stands above it.
public final class LedgerWriter {
  static final int FORMAT = 2;

  private LedgerWriter() {}

  /// The ledger's bytes; equal ledgers give equal bytes.
  public static byte[] toBytes(Ledger ledger) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    line(out, header(ledger.header()));
    ledger.samples().forEach(sample -> line(out, sample(sample)));
    line(out, shards(ledger));
    line(out, footer(ledger.counts(), Digest.of(out.toByteArray())));
    return out.toByteArray();
  }

  private static void line(ByteArrayOutputStream out, JsonNode value) {
    out.writeBytes(CanonicalJson.line(value));
    out.write('\n');
  }

  private static ObjectNode header(LedgerHeader header) {
    return CanonicalJson.object()
        .put("ledger", FORMAT)
        .put("part", header.part().toString())
        .put("part-digest", header.partDigest().hex())
        .put("run", header.run().hex())
        .put("software", header.software())
        .put("output-version", header.outputVersion());
  }

  /// One sample's line, as a value.
  public static ObjectNode sample(SampleEntry entry) {
    ObjectNode node = CanonicalJson.object().put("sample", entry.sample());
    ArrayNode objects = node.putArray("objects");
    entry.objects().forEach(object -> objects.add(object(object)));
    switch (entry.fate()) {
      case SampleFate.Written written -> written(node, written);
      case SampleFate.Dropped dropped ->
          node.putObject("dropped").put("rule", dropped.rule()).put("detail", dropped.detail());
      case SampleFate.Quarantined quarantined ->
          node.putObject("quarantined")
              .put("reason", quarantined.reason().fileName())
              .put("detail", quarantined.detail());
    }
    return node;
  }

  private static void written(ObjectNode node, SampleFate.Written written) {
    ArrayNode records = node.putArray("written");
    written.records().forEach(record -> records.add(record(record)));
    if (!written.repeated().isEmpty()) {
      ArrayNode repeated = node.putArray("repeated");
      written.repeated().forEach(record -> repeated.add(record(record)));
    }
    if (!written.leftOut().isEmpty()) {
      ArrayNode leftOut = node.putArray("left-out");
      written.leftOut().forEach(leftOut::add);
    }
  }

  private static ObjectNode object(ObjectRead read) {
    ObjectNode node =
        CanonicalJson.object()
            .put("prefix", read.object().location().toString())
            .put("etag", read.object().version().etag())
            .put("version-id", read.object().version().versionId())
            .put("bytes", read.object().bytes());
    read.sha256().ifPresent(digest -> node.put("sha256", digest.hex()));
    return node;
  }

  private static ObjectNode record(RecordEntry record) {
    return CanonicalJson.object()
        .put("key", record.key())
        .put("shard", record.shard())
        .put("offset", record.offset())
        .put("length", record.length())
        .put("crc32c", record.crc32c().hex());
  }

  private static ObjectNode shards(Ledger ledger) {
    ObjectNode node = CanonicalJson.object();
    ArrayNode shards = node.putArray("shards");
    ledger.shards().forEach(shard -> shards.add(shard(shard)));
    return node;
  }

  /// A shard's entry, as a value.
  static ObjectNode shard(ShardEntry shard) {
    return CanonicalJson.object()
        .put("name", shard.name())
        .put("bytes", shard.bytes())
        .put("sha256", shard.sha256().hex())
        .put("records", shard.records());
  }

  private static ObjectNode footer(FateCounts counts, Digest above) {
    return CanonicalJson.object()
        .put("samples", counts.samples())
        .put("written", counts.written())
        .put("dropped", counts.dropped())
        .put("quarantined", counts.quarantined())
        .put("sha256", above.hex());
  }
}
