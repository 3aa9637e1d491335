package dev.shardline.signal.format.onda;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/// A row of an annotation table (`onda.annotation@1`).
///
/// @param span within the recording
/// @param columns further columns that hold text or numbers, as text
public record OndaAnnotation(UUID recording, UUID id, TimeSpan span, Map<String, String> columns) {
  public OndaAnnotation {
    columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
  }
}
