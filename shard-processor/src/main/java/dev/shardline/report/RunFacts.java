package dev.shardline.report;

import dev.shardline.dataset.ClassLabel;
import dev.shardline.digest.Digest;
import dev.shardline.lineage.FateCounts;
import dev.shardline.lineage.RunDescription;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/// What the page tells, gathered from the run's files.
///
/// @param run what was run
/// @param root digest of the run's index
/// @param classes the classes of the run's samples, by index
/// @param splits for each split, in the run's order, what it holds
/// @param quarantined every sample in quarantine, at most [#LISTED]
/// @param dropped how many samples each rule left out
/// @param exhibits records to look at, some of each class and split
/// @param figures for each class the mean of its first records, where they have one shape
/// @param workers what the workers told of themselves
record RunFacts(
    RunDescription run,
    Digest root,
    List<ClassLabel> classes,
    SortedMap<String, SplitFacts> splits,
    List<QuarantinedSample> quarantined,
    SortedMap<String, Long> dropped,
    List<Exhibit> exhibits,
    List<ClassFigure> figures,
    List<WorkerFacts> workers) {
  static final int LISTED = 500;

  RunFacts {
    classes = List.copyOf(classes);
    quarantined = List.copyOf(quarantined);
    exhibits = List.copyOf(exhibits);
    figures = List.copyOf(figures);
    workers = List.copyOf(workers);
  }

  /// @param written how many samples of each class were written
  record SplitFacts(
      FateCounts counts,
      long subjects,
      long copies,
      long shards,
      long shardBytes,
      long records,
      Map<ClassLabel, Long> written) {}

  record QuarantinedSample(String split, String sample, String reason, String detail) {}

  /// A record to look at.
  ///
  /// @param picture an `img` element
  record Exhibit(String split, ClassLabel label, String sample, String picture) {}

  /// What a class looks like.
  ///
  /// @param records how many were averaged
  /// @param picture an `img` element
  record ClassFigure(ClassLabel label, int records, String picture) {}

  /// One worker's times.
  ///
  /// @param name of the file it left
  /// @param seconds from its start to its end
  /// @param stages seconds of each stage
  record WorkerFacts(String name, double seconds, SortedMap<String, Double> stages) {}

  FateCounts counts() {
    return splits.values().stream()
        .map(SplitFacts::counts)
        .reduce(FateCounts.NONE, FateCounts::plus);
  }
}
