package dev.shardline.inspect.shard;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shardline.data.Tensor;
import dev.shardline.digest.CanonicalJson;
import dev.shardline.failure.MalformedDataException;
import dev.shardline.failure.UsageException;
import dev.shardline.inspect.InspectedFile;
import dev.shardline.inspect.Inspection;
import dev.shardline.inspect.RecordInspector;
import dev.shardline.inspect.draw.RecordsSheet;
import dev.shardline.inspect.draw.RecordsSheet.Thumbnail;
import dev.shardline.inspect.draw.VolumeSheet;
import dev.shardline.shard.StoredRecord;
import dev.shardline.shard.StoredRecords;
import dev.shardline.volume.Volume;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// Looks into shards of ours: classes, the arrays' shapes, the first records; one record by its
/// key, whose volume can be exported.
public final class ShardInspector implements RecordInspector {
  private static final int LISTED = 20;
  private static final int DRAWN = 32;

  private final ShardKind kind;

  public ShardInspector(ShardKind kind) {
    this.kind = kind;
  }

  @Override
  public String format() {
    return kind.title();
  }

  @Override
  public boolean recognises(InspectedFile file) {
    return kind.names(file);
  }

  @Override
  public Inspection inspect(InspectedFile file) throws IOException, MalformedDataException {
    SortedMap<String, Long> classes = new TreeMap<>();
    SortedMap<String, Long> arrays = new TreeMap<>();
    List<Thumbnail> thumbnails = new ArrayList<>();
    ArrayNode listed = CanonicalJson.object().putArray("records");
    long count = 0;
    try (StoredRecords reader = kind.open(file)) {
      for (Optional<StoredRecord> next = reader.next(); next.isPresent(); next = reader.next()) {
        StoredRecord record = next.get();
        count++;
        classes.merge(label(record), 1L, Long::sum);
        arrays.merge(record.data().toString(), 1L, Long::sum);
        if (listed.size() < LISTED) {
          listed.add(line(record));
        }
        if (thumbnails.size() < DRAWN) {
          thumbnails.add(new Thumbnail(label(record) + " " + sample(record), record.data()));
        }
      }
    }
    ObjectNode facts = CanonicalJson.object().put("records", count);
    classes.forEach(facts.putObject("classes")::put);
    arrays.forEach(facts.putObject("arrays")::put);
    facts.set("first-records", listed);
    Inspection inspection = Inspection.of(format(), facts);
    return thumbnails.isEmpty()
        ? inspection
        : inspection.withDrawing(
            new RecordsSheet("%s  %d records".formatted(file.name(), count), thumbnails));
  }

  private static ObjectNode line(StoredRecord record) {
    return CanonicalJson.object()
        .put("key", record.key())
        .put("label", label(record))
        .put("array", record.data().toString())
        .put("companions", String.join(" ", record.companions().keySet()))
        .put("sample", sample(record));
  }

  private static String label(StoredRecord record) {
    return record.facts().path("label").asText();
  }

  private static String sample(StoredRecord record) {
    return record.facts().path("sample").asText();
  }

  @Override
  public Inspection inspectRecord(InspectedFile file, String key)
      throws IOException, MalformedDataException {
    try (StoredRecords reader = kind.open(file)) {
      for (Optional<StoredRecord> next = reader.next(); next.isPresent(); next = reader.next()) {
        if (next.get().key().equals(key)) {
          return inspection(next.get());
        }
      }
    }
    throw new UsageException(
        "%s holds no record \"%s\"; `shardline inspect %s` lists the first ones"
            .formatted(file.place(), key, file.name()));
  }

  private static Inspection inspection(StoredRecord record) {
    ObjectNode facts = CanonicalJson.object().put("key", record.key());
    facts.setAll(record.facts());
    facts.setAll(TensorFacts.of(record.data()));
    record
        .companions()
        .forEach((name, tensor) -> facts.set("companion-" + name, TensorFacts.of(tensor)));
    Inspection inspection = Inspection.of("record", facts);
    String title = "%s  %s".formatted(label(record), sample(record));
    Optional<Volume> volume = RecordVolume.of(record.data(), record.facts());
    if (volume.isEmpty()) {
      return inspection.withDrawing(
          new RecordsSheet(title, List.of(new Thumbnail(record.data().toString(), record.data()))));
    }
    return inspection
        .withVolume(volume.get())
        .withDrawing(new VolumeSheet(title, volume.get(), companions(record)));
  }

  private static Map<String, Volume> companions(StoredRecord record) {
    Map<String, Volume> volumes = new TreeMap<>();
    for (Map.Entry<String, Tensor> companion : record.companions().entrySet()) {
      RecordVolume.of(companion.getValue(), record.facts())
          .ifPresent(volume -> volumes.put(companion.getKey(), volume));
    }
    return volumes;
  }
}
