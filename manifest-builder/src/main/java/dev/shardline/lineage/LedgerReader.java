package dev.shardline.lineage;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shardline.dataset.PartId;
import dev.shardline.dataset.SourceObject;
import dev.shardline.digest.CanonicalJson;
import dev.shardline.digest.Crc32c;
import dev.shardline.digest.Digest;
import dev.shardline.failure.Reason;
import dev.shardline.storage.ObjectLocation;
import dev.shardline.storage.ObjectVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.StreamSupport;

/// Reads what [LedgerWriter] wrote and refuses anything else: the footer's digest must be that of
/// the lines above, and writing the ledger again must give the same bytes.
public final class LedgerReader {
  private final String place;

  private LedgerReader(String place) {
    this.place = place;
  }

  /// Reads a ledger.
  ///
  /// @param place where the bytes come from, for messages
  /// @throws DamagedFileException if they are no ledger as it was written
  public static Ledger read(byte[] bytes, String place) throws DamagedFileException {
    return new LedgerReader(place).parse(bytes);
  }

  private Ledger parse(byte[] bytes) throws DamagedFileException {
    try {
      List<JsonNode> lines = lines(bytes);
      Ledger ledger =
          new Ledger(
              header(lines.getFirst()),
              lines.subList(1, lines.size() - 2).stream().map(LedgerReader::sample).toList(),
              elements(lines.get(lines.size() - 2), "shards").stream()
                  .map(LedgerReader::shard)
                  .toList());
      if (!Arrays.equals(LedgerWriter.toBytes(ledger), bytes)) {
        throw damaged("its lines do not add up to the digest and counts of its last line");
      }
      return ledger;
    } catch (DamagedFileException known) {
      throw known;
    } catch (IOException | IllegalArgumentException | IllegalStateException e) {
      throw damaged(String.valueOf(e.getMessage()));
    }
  }

  private List<JsonNode> lines(byte[] bytes) throws IOException {
    List<JsonNode> lines = new ArrayList<>();
    for (String line : new String(bytes, StandardCharsets.UTF_8).split("\n", 0)) {
      lines.add(CanonicalJson.parse(line.getBytes(StandardCharsets.UTF_8)));
    }
    if (lines.size() < 3) {
      throw damaged(
          "expected at least a header, a shards and a footer line, found %d lines"
              .formatted(lines.size()));
    }
    return lines;
  }

  private DamagedFileException damaged(String finding) {
    return new DamagedFileException(place, finding);
  }

  private LedgerHeader header(JsonNode line) throws OtherFormatException {
    int format = line.required("ledger").asInt();
    if (format != LedgerWriter.FORMAT) {
      throw new OtherFormatException(
          place,
          "it is of ledger format %d, this version reads format %d"
              .formatted(format, LedgerWriter.FORMAT));
    }
    return new LedgerHeader(
        PartId.parse(text(line, "part")),
        digest(line, "part-digest"),
        digest(line, "run"),
        text(line, "software"),
        line.required("output-version").asInt());
  }

  /// One sample's line.
  ///
  /// @throws IllegalArgumentException if it is none
  public static SampleEntry sample(JsonNode line) {
    return new SampleEntry(
        text(line, "sample"),
        elements(line, "objects").stream().map(LedgerReader::object).toList(),
        fate(line));
  }

  private static SampleFate fate(JsonNode line) {
    if (line.has("written")) {
      List<String> leftOut = new ArrayList<>();
      line.path("left-out").forEach(key -> leftOut.add(key.asText()));
      List<RecordEntry> repeated = new ArrayList<>();
      line.path("repeated").forEach(record -> repeated.add(record(record)));
      return new SampleFate.Written(
          elements(line, "written").stream().map(LedgerReader::record).toList(), repeated, leftOut);
    }
    if (line.has("dropped")) {
      JsonNode dropped = line.get("dropped");
      return new SampleFate.Dropped(text(dropped, "rule"), text(dropped, "detail"));
    }
    JsonNode quarantined = line.required("quarantined");
    return new SampleFate.Quarantined(
        Reason.ofFileName(text(quarantined, "reason")), text(quarantined, "detail"));
  }

  private static ObjectRead object(JsonNode node) {
    SourceObject object =
        new SourceObject(
            ObjectLocation.parse(text(node, "prefix")),
            node.required("bytes").asLong(),
            new ObjectVersion(text(node, "etag"), text(node, "version-id")));
    return new ObjectRead(object, node.has("sha256") ? digest(node, "sha256") : null);
  }

  private static RecordEntry record(JsonNode node) {
    return new RecordEntry(
        text(node, "key"),
        node.required("shard").asInt(),
        node.required("offset").asLong(),
        node.required("length").asLong(),
        new Crc32c(text(node, "crc32c")));
  }

  /// A shard's entry.
  static ShardEntry shard(JsonNode node) {
    return new ShardEntry(
        text(node, "name"),
        node.required("bytes").asLong(),
        digest(node, "sha256"),
        node.required("records").asLong());
  }

  private static List<JsonNode> elements(JsonNode node, String field) {
    return StreamSupport.stream(node.required(field).spliterator(), false).toList();
  }

  private static String text(JsonNode node, String field) {
    return node.required(field).asText();
  }

  private static Digest digest(JsonNode node, String field) {
    return new Digest(text(node, field));
  }
}
