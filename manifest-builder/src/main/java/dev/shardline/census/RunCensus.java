package dev.shardline.census;

import dev.shardline.audit.Tracer;
import dev.shardline.dataset.ClassLabel;
import dev.shardline.lineage.FateCounts;
import dev.shardline.storage.ObjectLocation;
import dev.shardline.storage.StoreProvider;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// What a finished run holds.
///
/// @param classes of its samples, by index
/// @param splits by name
/// @param quarantined the samples that could not be used, at most [#LISTED]
/// @param dropped how many samples each rule left out
/// @param copyGroups how many groups of copies there are
public record RunCensus(
    List<ClassLabel> classes,
    SortedMap<String, SplitCensus> splits,
    List<QuarantinedSample> quarantined,
    SortedMap<String, Long> dropped,
    int copyGroups) {
  /// How many samples in quarantine are listed.
  public static final int LISTED = 500;

  public RunCensus {
    classes = List.copyOf(classes);
    splits = Collections.unmodifiableSortedMap(new TreeMap<>(splits));
    quarantined = List.copyOf(quarantined);
    dropped = Collections.unmodifiableSortedMap(new TreeMap<>(dropped));
  }

  /// A sample that could not be used.
  public record QuarantinedSample(String split, String sample, String reason, String detail) {}

  /// Counts the run in `directory`.
  ///
  /// @throws java.nio.file.NoSuchFileException if there is none, or it is not finished
  public static RunCensus of(StoreProvider stores, ObjectLocation directory) throws IOException {
    CensusTaker taker = new CensusTaker();
    Tracer.open(stores, directory).each(taker::count);
    return taker.taken();
  }

  /// How all samples ended.
  public FateCounts counts() {
    return splits.values().stream()
        .map(SplitCensus::counts)
        .reduce(FateCounts.NONE, FateCounts::plus);
  }

  /// How many samples lie in groups of copies.
  public long copies() {
    return splits.values().stream().mapToLong(SplitCensus::copies).sum();
  }
}
