package dev.shardline.census;

import dev.shardline.audit.Trace;
import dev.shardline.census.RunCensus.QuarantinedSample;
import dev.shardline.dataset.ClassLabel;
import dev.shardline.dataset.PartId;
import dev.shardline.dataset.Sample;
import dev.shardline.lineage.FateCounts;
import dev.shardline.lineage.SampleFate;
import dev.shardline.lineage.ShardEntry;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Counts a run's samples one after another, part by part. Holds what the census does, and the
/// names of subjects and groups of copies. For one thread.
public final class CensusTaker {
  private static final Comparator<ClassLabel> BY_INDEX = Comparator.comparingInt(ClassLabel::index);

  private final TreeMap<String, Split> splits = new TreeMap<>();
  private final TreeSet<ClassLabel> classes = new TreeSet<>(BY_INDEX);
  private final Set<String> copyGroups = new HashSet<>();
  private final List<QuarantinedSample> quarantined = new ArrayList<>();
  private final TreeMap<String, Long> dropped = new TreeMap<>();

  /// Counts a sample.
  public void count(Trace trace) {
    Sample sample = trace.sample();
    classes.add(sample.label());
    if (!sample.duplicateGroup().isEmpty()) {
      copyGroups.add(sample.duplicateGroup());
    }
    splits.computeIfAbsent(trace.part().split().name(), _ -> new Split()).count(trace);
    switch (trace.accounted().fate()) {
      case SampleFate.Written _ -> {}
      case SampleFate.Dropped drop -> dropped.merge(drop.rule(), 1L, Long::sum);
      case SampleFate.Quarantined failure -> list(trace, failure);
    }
  }

  private void list(Trace trace, SampleFate.Quarantined failure) {
    if (quarantined.size() < RunCensus.LISTED) {
      quarantined.add(
          new QuarantinedSample(
              trace.part().split().name(),
              trace.sample().id(),
              failure.reason().fileName(),
              failure.detail()));
    }
  }

  /// The census of the samples counted so far.
  public RunCensus taken() {
    SortedMap<String, SplitCensus> taken = new TreeMap<>();
    splits.forEach((name, split) -> taken.put(name, split.taken()));
    return new RunCensus(List.copyOf(classes), taken, quarantined, dropped, copyGroups.size());
  }

  /// One split's sums while they grow.
  private static final class Split {
    private FateCounts counts = FateCounts.NONE;
    private long copies;
    private long records;
    private final Set<String> subjects = new HashSet<>();
    private final TreeMap<String, ShardEntry> shards = new TreeMap<>();
    private final Map<ClassLabel, Long> samples = new TreeMap<>(BY_INDEX);
    private final Map<ClassLabel, Long> written = new TreeMap<>(BY_INDEX);
    private @Nullable PartId part;

    void count(Trace trace) {
      Sample sample = trace.sample();
      SampleFate fate = trace.accounted().fate();
      counts = counts.plus(FateCounts.of(fate));
      copies += sample.duplicateGroup().isEmpty() ? 0 : 1;
      subjects.add(sample.subject());
      if (!trace.part().equals(part)) {
        part = trace.part();
        trace.shards().forEach(shard -> shards.put(shard.name(), shard));
      }
      samples.merge(sample.label(), 1L, Long::sum);
      if (fate instanceof SampleFate.Written gave) {
        records += gave.records().size();
        written.merge(sample.label(), 1L, Long::sum);
      }
    }

    SplitCensus taken() {
      return new SplitCensus(
          counts, subjects.size(), copies, records, List.copyOf(shards.values()), samples, written);
    }
  }
}
