package dev.shardline.inspect.shard;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shardline.digest.CanonicalJson;
import dev.shardline.failure.MalformedDataException;
import dev.shardline.failure.UsageException;
import dev.shardline.inspect.InspectedFile;
import dev.shardline.inspect.Inspection;
import dev.shardline.inspect.RecordInspector;
import dev.shardline.shard.JsonLines;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// Looks into JSON Lines: the keys and facts beside NPY shards, or any other objects line by line.
public final class JsonLinesInspector implements RecordInspector {
  private static final int LISTED = 20;
  private static final int LONGEST_EXAMPLE = 40;
  private static final List<String> SHOWN = List.of("key", "label", "split", "subject", "sample");

  @Override
  public String format() {
    return "JSON Lines";
  }

  @Override
  public boolean recognises(InspectedFile file) {
    return file.name().toLowerCase(Locale.ROOT).endsWith(".jsonl");
  }

  @Override
  public Inspection inspect(InspectedFile file) throws IOException, MalformedDataException {
    Tally tally = new Tally();
    try (JsonLines lines = new JsonLines(file.open(), "line")) {
      for (Optional<ObjectNode> next = lines.next(); next.isPresent(); next = lines.next()) {
        tally.add(next.get());
      }
    }
    return Inspection.of(format(), tally.facts());
  }

  @Override
  public Inspection inspectRecord(InspectedFile file, String key)
      throws IOException, MalformedDataException {
    try (JsonLines lines = new JsonLines(file.open(), "line")) {
      for (Optional<ObjectNode> next = lines.next(); next.isPresent(); next = lines.next()) {
        if (next.get().path("key").asText().equals(key)) {
          return Inspection.of("record", next.get());
        }
      }
    }
    throw new UsageException(
        "%s holds no record \"%s\"; `shardline inspect %s` lists the first ones"
            .formatted(file.place(), key, file.name()));
  }

  /// What is counted while the file is read.
  private static final class Tally {
    private final SortedMap<String, Long> classes = new TreeMap<>();
    private final SortedMap<String, Long> splits = new TreeMap<>();
    private final Map<String, Long> lines = new LinkedHashMap<>();
    private final Map<String, String> examples = new LinkedHashMap<>();
    private final ArrayNode first = CanonicalJson.object().putArray("first-records");
    private long records;

    void add(ObjectNode line) {
      records++;
      for (Map.Entry<String, JsonNode> fact : line.properties()) {
        lines.merge(fact.getKey(), 1L, Long::sum);
        examples.computeIfAbsent(fact.getKey(), _ -> shortened(fact.getValue()));
      }
      count(line.path("label"), classes);
      count(line.path("split"), splits);
      ObjectNode row = CanonicalJson.object();
      SHOWN.stream().filter(line::has).forEach(name -> row.set(name, line.get(name)));
      if (!row.isEmpty() && first.size() < LISTED) {
        first.add(row);
      }
    }

    private static void count(JsonNode value, SortedMap<String, Long> counts) {
      if (!value.isMissingNode()) {
        counts.merge(value.asText(), 1L, Long::sum);
      }
    }

    private static String shortened(JsonNode value) {
      String text = value.isValueNode() ? value.asText() : value.toString();
      return text.length() <= LONGEST_EXAMPLE ? text : text.substring(0, LONGEST_EXAMPLE - 1) + "…";
    }

    ObjectNode facts() {
      ObjectNode facts = CanonicalJson.object().put("records", records);
      classes.forEach(facts.putObject("classes")::put);
      splits.forEach(facts.putObject("splits")::put);
      ArrayNode names = facts.putArray("facts");
      lines.forEach((name, count) ->
          names
              .addObject()
              .put("fact", name)
              .put("records", count)
              .put("first", examples.get(name)));
      return facts.set("first-records", first);
    }
  }
}
