package dev.shardline.shard;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shardline.data.ElementType;
import dev.shardline.digest.Digest;
import dev.shardline.failure.UsageException;
import dev.shardline.signal.SamplingRate;
import dev.shardline.signal.SignalUnit;
import dev.shardline.signal.format.onda.FileFormat;
import dev.shardline.signal.format.onda.OndaAnnotation;
import dev.shardline.signal.format.onda.OndaNames;
import dev.shardline.signal.format.onda.OndaSignal;
import dev.shardline.signal.format.onda.OndaTableWriter;
import dev.shardline.signal.format.onda.SampleEncoding;
import dev.shardline.signal.format.onda.SampleType;
import dev.shardline.signal.format.onda.TimeSpan;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// The signal table and the annotation table of an Onda shard.
///
/// @param heads what is known of each record, in order
/// @param storedName the shard's file name, which may lie in a folder
record OndaShardTables(List<JsonNode> heads, String storedName) {
  private static final List<String> COLUMNS =
      List.of("label", "key", "sample", "subject", "class_index", "split");
  private static final double NANOS = 1e9;

  /// One row: the shard's signal.
  byte[] signals() {
    JsonNode first = heads.getFirst();
    String file = storedName.substring(storedName.lastIndexOf('/') + 1);
    boolean single = first.get("type").asText().equals(ElementType.FLOAT32.name());
    try {
      return OndaTableWriter.signals(
          List.of(
              new OndaSignal(
                  recording(),
                  file,
                  file.endsWith(".zst") ? FileFormat.LPCM_ZST : FileFormat.LPCM,
                  TimeSpan.of(0, timePoints(), rate()),
                  "signal",
                  "signal",
                  channels(first),
                  OndaNames.unit(new SignalUnit(first.get("units").path(0).asText())),
                  new SampleEncoding(single ? SampleType.FLOAT32 : SampleType.FLOAT64, 1, 0),
                  new SamplingRate(rate()))));
    } catch (IllegalArgumentException refused) {
      throw new UsageException(
          "Onda cannot hold these signal channels: %s; put `rename-channels` into the recipe"
              .formatted(refused.getMessage()),
          refused);
    }
  }

  private static List<String> channels(JsonNode head) {
    List<String> names = new ArrayList<>();
    head.get("channels").forEach(label -> names.add(OndaNames.channel(label.asText())));
    return names;
  }

  private double rate() {
    return heads.getFirst().get("rate").asDouble();
  }

  private long timePoints() {
    return heads.stream().mapToLong(head -> head.get("time-points").asLong()).sum();
  }

  private UUID recording() {
    MessageDigest keys = Digest.sha256();
    for (JsonNode head : heads) {
      keys.update((head.get("key").asText() + "\n").getBytes(StandardCharsets.UTF_8));
    }
    return uuid(Digest.of(keys).hex());
  }

  /// A UUID of version 8 made of a digest.
  private static UUID uuid(String hex) {
    long high = Long.parseUnsignedLong(hex.substring(0, 16), 16);
    long low = Long.parseUnsignedLong(hex.substring(16, 32), 16);
    return new UUID((high & ~0xf000L) | 0x8000L, (low & 0x3fffffffffffffffL) | 0x8000000000000000L);
  }

  /// A row for each record, then one for each of its epochs of dense labels, in order.
  byte[] annotations() {
    UUID recording = recording();
    List<OndaAnnotation> rows = new ArrayList<>();
    long start = 0;
    for (JsonNode head : heads) {
      long stop = start + head.get("time-points").asLong();
      String key = head.get("key").asText();
      Map<String, String> columns = new LinkedHashMap<>();
      COLUMNS.forEach(column -> columns.put(column, head.get(column).asText()));
      rows.add(new OndaAnnotation(recording, id(key), span(start, stop), columns));
      addEpochs(head, start, stop, recording, rows);
      start = stop;
    }
    return OndaTableWriter.annotations(rows);
  }

  private void addEpochs(
      JsonNode head, long start, long stop, UUID recording, List<OndaAnnotation> rows) {
    JsonNode epochs = head.get("epochs");
    int count = epochs.size();
    for (int epoch = 0; count > 1 && epoch < count; epoch++) {
      long from = start + (stop - start) * epoch / count;
      long to = start + (stop - start) * (epoch + 1) / count;
      if (!epochs.get(epoch).asText().isEmpty() && from < to) {
        rows.add(
            new OndaAnnotation(
                recording,
                id(head.get("key").asText() + "/" + epoch),
                span(from, to),
                Map.of("label", epochs.get(epoch).asText())));
      }
    }
  }

  private static UUID id(String name) {
    return uuid(Digest.of(name).hex());
  }

  /// From the first time point to the one behind the last, as `TimeSpans.time_from_index` has it.
  private TimeSpan span(long start, long stop) {
    return new TimeSpan(nanoseconds(start), nanoseconds(stop));
  }

  private long nanoseconds(long timePoint) {
    return (long) Math.ceil(timePoint * (NANOS / rate()));
  }
}
