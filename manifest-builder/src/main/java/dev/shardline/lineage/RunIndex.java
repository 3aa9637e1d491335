package dev.shardline.lineage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shardline.dataset.PartId;
import dev.shardline.digest.CanonicalJson;
import dev.shardline.digest.Digest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The root of a run's chain of digests: every ledger and every shard of a finished run, with
/// totals. Depends on the run's identity and content only, so that two undisturbed runs have equal
/// indexes.
///
/// @param run the run's identity
/// @param runDigest digest of `run.json`
/// @param parts every part, in the order of [PartId]
/// @param files what a format wants beside the shards, made of all of them: `name` is the path
///   inside the run
public record RunIndex(
    Digest run, Digest runDigest, List<PartEntry> parts, List<ShardEntry> files) {
  /// The file's name inside a run.
  public static final String FILE_NAME = "index.json";

  private static final int FORMAT = 1;

  /// @param ledger digest of the part's ledger file
  public record PartEntry(PartId part, Digest ledger, FateCounts counts, List<ShardEntry> shards) {
    public PartEntry {
      shards = List.copyOf(shards);
    }

    /// The entry of a ledger whose file has these bytes.
    public static PartEntry of(Ledger ledger, byte[] file) {
      return new PartEntry(
          ledger.header().part(), Digest.of(file), ledger.counts(), ledger.shards());
    }

    public long records() {
      return shards.stream().mapToLong(ShardEntry::records).sum();
    }
  }

  public RunIndex {
    parts = parts.stream().sorted((a, b) -> a.part().compareTo(b.part())).toList();
    files = List.copyOf(files);
  }

  /// The index of a run without such files.
  public RunIndex(Digest run, Digest runDigest, List<PartEntry> parts) {
    this(run, runDigest, parts, List.of());
  }

  public FateCounts counts() {
    return parts.stream().map(PartEntry::counts).reduce(FateCounts.NONE, FateCounts::plus);
  }

  /// The bytes of `index.json`. Their digest is the run's root digest.
  public byte[] toBytes() {
    ObjectNode node =
        CanonicalJson.object()
            .put("index", FORMAT)
            .put("run", run.hex())
            .put("run-digest", runDigest.hex());
    FateCounts counts = counts();
    node.put("samples", counts.samples())
        .put("written", counts.written())
        .put("dropped", counts.dropped())
        .put("quarantined", counts.quarantined())
        .put("records", parts.stream().mapToLong(PartEntry::records).sum());
    ArrayNode array = node.putArray("parts");
    parts.forEach(part -> array.add(part(part)));
    if (!files.isEmpty()) {
      ArrayNode further = node.putArray("files");
      files.forEach(file -> further.add(LedgerWriter.shard(file)));
    }
    // Nothing above the root holds its digest: it says itself whether it was changed.
    node.put("content-digest", CanonicalJson.digestOf(node).hex());
    return CanonicalJson.file(node);
  }

  private static ObjectNode part(PartEntry part) {
    ObjectNode node =
        CanonicalJson.object()
            .put("part", part.part().toString())
            .put("ledger", part.ledger().hex())
            .put("written", part.counts().written())
            .put("dropped", part.counts().dropped())
            .put("quarantined", part.counts().quarantined());
    ArrayNode shards = node.putArray("shards");
    part.shards().forEach(shard -> shards.add(LedgerWriter.shard(shard)));
    return node;
  }

  /// Reads what [#toBytes] wrote.
  ///
  /// @param place where the bytes come from, for messages
  /// @throws DamagedFileException if they are anything else
  public static RunIndex read(byte[] bytes, String place) throws DamagedFileException {
    try {
      JsonNode node = CanonicalJson.parse(bytes);
      List<PartEntry> parts = new ArrayList<>();
      node.required("parts").forEach(part -> parts.add(entry(part)));
      List<ShardEntry> files = new ArrayList<>();
      node.path("files").forEach(file -> files.add(LedgerReader.shard(file)));
      RunIndex index =
          new RunIndex(
              new Digest(node.required("run").asText()),
              new Digest(node.required("run-digest").asText()),
              parts,
              files);
      if (!Arrays.equals(index.toBytes(), bytes)) {
        throw new DamagedFileException(
            place, "its totals and content digest are not those of its parts");
      }
      return index;
    } catch (IOException | IllegalArgumentException e) {
      throw e instanceof DamagedFileException damaged
          ? damaged
          : new DamagedFileException(place, String.valueOf(e.getMessage()));
    }
  }

  private static PartEntry entry(JsonNode node) {
    List<ShardEntry> shards = new ArrayList<>();
    node.required("shards").forEach(shard -> shards.add(LedgerReader.shard(shard)));
    return new PartEntry(
        PartId.parse(node.required("part").asText()),
        new Digest(node.required("ledger").asText()),
        new FateCounts(
            node.required("written").asLong(),
            node.required("dropped").asLong(),
            node.required("quarantined").asLong()),
        shards);
  }
}
