package dev.shardline.report;

import dev.shardline.census.RunCensus;
import dev.shardline.dataset.ClassLabel;
import dev.shardline.digest.Digest;
import dev.shardline.lineage.RunDescription;
import java.util.List;
import java.util.SortedMap;

/// What the page tells, gathered from the run's files.
///
/// @param run what was run
/// @param root digest of the run's index
/// @param census what it holds
/// @param exhibits records to look at, some of each class and split
/// @param figures for each class the mean of its first records, where they have one shape
/// @param workers what the workers told of themselves
record RunFacts(
    RunDescription run,
    Digest root,
    RunCensus census,
    List<Exhibit> exhibits,
    List<ClassFigure> figures,
    List<WorkerFacts> workers) {
  RunFacts {
    exhibits = List.copyOf(exhibits);
    figures = List.copyOf(figures);
    workers = List.copyOf(workers);
  }

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
}
