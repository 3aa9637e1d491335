package dev.shardline.probe;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a sample's headers say.
///
/// @param facts by name, in the names' order; a value a header does not give is absent
/// @param seriesOrNull what other objects with the same text belong to one sample with it (a DICOM
///   SeriesInstanceUID); null where a format knows no series
public record HeaderFindings(Map<FactName, String> facts, @Nullable String seriesOrNull) {
  public HeaderFindings {
    EnumMap<FactName, String> sorted = new EnumMap<>(FactName.class);
    sorted.putAll(facts);
    facts = Collections.unmodifiableMap(sorted);
  }

  /// The series this object belongs to.
  public Optional<String> series() {
    return Optional.ofNullable(seriesOrNull);
  }
}
