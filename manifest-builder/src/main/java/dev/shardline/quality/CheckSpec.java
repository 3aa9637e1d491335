package dev.shardline.quality;

import dev.shardline.manifest.Severity;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Which checks are made, and which of them stop a build.
///
/// @param headers whose headers are read
/// @param sampleSize how many headers are read where some are
/// @param severities how much findings matter, by name, where not as usual; an error stops a build
/// @param ignored names of findings that are not told
public record CheckSpec(
    Headers headers, int sampleSize, Map<String, Severity> severities, Set<String> ignored) {
  /// Whose headers are read.
  public enum Headers {
    /// Those of some samples, drawn by the seed.
    SAMPLED,
    ALL,
    NONE
  }

  private static final int USUAL_SIZE = 1000;

  /// What the other stages of a build find.
  private static final List<String> OF_OTHER_STAGES =
      List.of(
          "byte-copies",
          "content-copies",
          "crowded-fingerprints",
          ListingFindings.DENIED,
          "excluded-label",
          "folds",
          "label-conflict",
          "missing-label",
          "missing-row",
          "not-a-number",
          "previous-changed",
          "previous-removed",
          "repeated-object",
          "undecodable",
          "unmatched-key",
          "unreadable",
          "unreadable-sidecar",
          "unused-row");

  /// Some headers, every severity as usual.
  public static final CheckSpec DEFAULT =
      new CheckSpec(Headers.SAMPLED, USUAL_SIZE, Map.of(), Set.of());

  /// @throws IllegalArgumentException if a name is none of a finding
  public CheckSpec {
    severities = Collections.unmodifiableMap(new TreeMap<>(severities));
    ignored = Set.copyOf(ignored);
    TreeSet<String> unknown = new TreeSet<>(severities.keySet());
    unknown.addAll(ignored);
    unknown.removeAll(names());
    if (!unknown.isEmpty()) {
      throw new IllegalArgumentException(
          "No check is named %s; there are %s".formatted(unknown, names()));
    }
    if (sampleSize < 1) {
      throw new IllegalArgumentException("At least one header must be read, got " + sampleSize);
    }
  }

  /// How much a finding matters.
  ///
  /// @param usual where nothing else is said
  public Severity severityOf(String check, Severity usual) {
    return severities.getOrDefault(check, usual);
  }

  /// The names of all findings, sorted.
  public static TreeSet<String> names() {
    TreeSet<String> names = new TreeSet<>(OF_OTHER_STAGES);
    Stream<QualityCheck> checks = Arrays.stream(QualityCheck.values());
    checks.map(QualityCheck::fileName).forEach(names::add);
    return names;
  }
}
