package dev.shardline.cli.run;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shardline.audit.Trace;
import dev.shardline.audit.Tracer;
import dev.shardline.dataset.ClassLabel;
import dev.shardline.digest.CanonicalJson;
import dev.shardline.lineage.SampleFate;
import dev.shardline.lineage.ShardEntry;
import dev.shardline.run.RunFolder;
import dev.shardline.storage.StoreProvider;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/// A finished run in figures, taken from its ledgers.
public final class RunSummary {
  private static final int LISTED = 100;

  private final TreeMap<String, SplitSummary> splits = new TreeMap<>();
  private final TreeSet<ClassLabel> classes =
      new TreeSet<>(Comparator.comparingInt(ClassLabel::index));
  private final TreeMap<String, Integer> copyGroups = new TreeMap<>();
  private final List<QuarantinedSample> quarantined = new ArrayList<>();

  /// A sample that could not be used.
  public record QuarantinedSample(String sample, String reason, String detail) {}

  /// A split's figures while they are gathered.
  public static final class SplitSummary {
    private long samples;
    private long written;
    private long dropped;
    private long quarantined;
    private long records;
    private final TreeSet<String> subjects = new TreeSet<>();
    private final TreeSet<String> shards = new TreeSet<>();
    private final Map<ClassLabel, Long> samplesOfClass =
        new TreeMap<>(Comparator.comparingInt(ClassLabel::index));

    private final Map<ClassLabel, Long> writtenOfClass =
        new TreeMap<>(Comparator.comparingInt(ClassLabel::index));

    long samples() {
      return samples;
    }

    long written() {
      return written;
    }

    long dropped() {
      return dropped;
    }

    long quarantined() {
      return quarantined;
    }

    long records() {
      return records;
    }

    int subjects() {
      return subjects.size();
    }

    int shards() {
      return shards.size();
    }

    /// How many samples of a class gave records.
    long written(ClassLabel label) {
      return writtenOfClass.getOrDefault(label, 0L);
    }

    long samples(ClassLabel label) {
      return samplesOfClass.getOrDefault(label, 0L);
    }
  }

  public static RunSummary of(StoreProvider stores, RunFolder folder) throws IOException {
    RunSummary summary = new RunSummary();
    Tracer.open(stores, folder.directory()).each(summary::add);
    return summary;
  }

  private void add(Trace trace) {
    SplitSummary split =
        splits.computeIfAbsent(trace.part().split().name(), _ -> new SplitSummary());
    split.samples++;
    split.subjects.add(trace.sample().subject());
    trace.shards().stream().map(ShardEntry::name).forEach(split.shards::add);
    classes.add(trace.sample().label());
    split.samplesOfClass.merge(trace.sample().label(), 1L, Long::sum);
    if (!trace.sample().duplicateGroup().isEmpty()) {
      copyGroups.merge(trace.sample().duplicateGroup(), 1, Integer::sum);
    }
    switch (trace.accounted().fate()) {
      case SampleFate.Written written -> {
        split.written++;
        split.writtenOfClass.merge(trace.sample().label(), 1L, Long::sum);
        split.records += written.records().size();
      }
      case SampleFate.Dropped _ -> split.dropped++;
      case SampleFate.Quarantined failure -> {
        split.quarantined++;
        if (quarantined.size() < LISTED) {
          quarantined.add(
              new QuarantinedSample(
                  trace.sample().id(), failure.reason().fileName(), failure.detail()));
        }
      }
    }
  }

  public TreeMap<String, SplitSummary> splits() {
    return splits;
  }

  public TreeSet<ClassLabel> classes() {
    return classes;
  }

  public List<QuarantinedSample> quarantined() {
    return quarantined;
  }

  /// How many groups of copies there are.
  public int copyGroups() {
    return copyGroups.size();
  }

  /// How many samples lie in groups of copies.
  public int copies() {
    return copyGroups.values().stream().mapToInt(Integer::intValue).sum();
  }

  public ObjectNode json() {
    ObjectNode node =
        CanonicalJson.object()
            .put("copy-groups", copyGroups())
            .put("samples-with-copies", copies());
    ObjectNode all = node.putObject("splits");
    splits.forEach((name, split) -> {
      ObjectNode own =
          all.putObject(name)
              .put("samples", split.samples())
              .put("subjects", split.subjects())
              .put("written", split.written())
              .put("dropped", split.dropped())
              .put("quarantined", split.quarantined())
              .put("records", split.records())
              .put("shards", split.shards());
      ObjectNode counts = own.putObject("classes");
      classes.forEach(label -> counts.put(label.name(), split.samples(label)));
      ObjectNode after = own.putObject("classes-written");
      classes.forEach(label -> after.put(label.name(), split.written(label)));
    });
    ArrayNode failures = node.putArray("quarantined");
    quarantined.forEach(failure ->
        failures.add(
            CanonicalJson.object()
                .put("sample", failure.sample())
                .put("reason", failure.reason())
                .put("detail", failure.detail())));
    return node;
  }
}
