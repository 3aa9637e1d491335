package dev.shardline.inspect.lineage;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shardline.dataset.Sample;
import dev.shardline.digest.CanonicalJson;
import dev.shardline.failure.MalformedDataException;
import dev.shardline.inspect.InspectedFile;
import dev.shardline.inspect.Inspection;
import dev.shardline.inspect.Inspector;
import dev.shardline.manifest.CatalogEntry;
import dev.shardline.manifest.CatalogReader;
import java.io.IOException;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/// Looks into `catalog.csv` and the samples files of parts.
public final class CatalogInspector implements Inspector {
  private static final Signature SIGNATURE = new Signature("prefix,class_label,");

  @Override
  public String format() {
    return "catalog";
  }

  @Override
  public boolean recognises(InspectedFile file) {
    return SIGNATURE.isOf(file);
  }

  @Override
  public Inspection inspect(InspectedFile file) throws IOException, MalformedDataException {
    Tally tally = new Tally();
    ObjectNode facts = CanonicalJson.object();
    try (CatalogReader reader = new CatalogReader(file.open())) {
      for (Optional<CatalogEntry> next = reader.next(); next.isPresent(); next = reader.next()) {
        tally.add(next.get());
      }
      tally.addTo(facts);
      ArrayNode columns = facts.putArray("attributes");
      reader.attributes().forEach(columns::add);
    }
    facts.set("classes", tally.classes());
    return Inspection.of(format(), facts);
  }

  /// What is counted while the file is read.
  private static final class Tally {
    private final SortedMap<String, SortedMap<String, Long>> samplesOfClass = new TreeMap<>();
    private final TreeSet<String> splits = new TreeSet<>();
    private final TreeSet<String> subjects = new TreeSet<>();
    private long samples;
    private long objects;
    private long bytes;
    private long copies;

    void add(CatalogEntry entry) {
      Sample sample = entry.sample();
      samples++;
      objects += sample.objects().size();
      bytes += sample.bytes();
      copies += sample.duplicateGroup().isEmpty() ? 0 : 1;
      subjects.add(sample.subject());
      splits.add(entry.split().name());
      samplesOfClass
          .computeIfAbsent(sample.label().name(), _ -> new TreeMap<>())
          .merge(entry.split().name(), 1L, Long::sum);
    }

    void addTo(ObjectNode facts) {
      facts
          .put("samples", samples)
          .put("objects", objects)
          .put("bytes", bytes)
          .put("subjects", subjects.size())
          .put("samples-with-copies", copies);
    }

    ArrayNode classes() {
      ArrayNode rows = CanonicalJson.object().putArray("classes");
      samplesOfClass.forEach((label, counts) -> {
        ObjectNode row = rows.addObject().put("class", label);
        splits.forEach(split -> row.put(split, counts.getOrDefault(split, 0L)));
      });
      return rows;
    }
  }
}
