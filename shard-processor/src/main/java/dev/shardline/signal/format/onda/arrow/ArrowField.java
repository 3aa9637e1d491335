package dev.shardline.signal.format.onda.arrow;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A column, or a part of one, as the schema describes it. Never nullable when written.
///
/// @param children parts of a struct; the elements of lists
/// @param metadata free; names of extension types among it
/// @param dictionary where the values are, if the column holds indices
public record ArrowField(
    String name,
    ArrowType type,
    List<ArrowField> children,
    Map<String, String> metadata,
    Optional<DictionaryKey> dictionary) {
  private static final String EXTENSION_NAME = "ARROW:extension:name";
  private static final String EXTENSION_METADATA = "ARROW:extension:metadata";

  public ArrowField {
    children = List.copyOf(children);
    metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
  }

  /// @param id of the dictionary
  /// @param indices type of the indices
  public record DictionaryKey(long id, ArrowType.Whole indices) {}

  /// A plain column.
  public static ArrowField of(String name, ArrowType type, ArrowField... children) {
    return new ArrowField(name, type, List.of(children), Map.of(), Optional.empty());
  }

  /// The same column, marked as an extension type.
  public ArrowField withExtension(String extension) {
    Map<String, String> marked = new LinkedHashMap<>();
    marked.put(EXTENSION_NAME, extension);
    marked.put(EXTENSION_METADATA, "");
    return new ArrowField(name, type, children, marked, dictionary);
  }

  /// The name of the extension type, if it is one.
  public Optional<String> extension() {
    return Optional.ofNullable(metadata.get(EXTENSION_NAME));
  }

  ArrowField withoutDictionary() {
    return new ArrowField(name, type, children, metadata, Optional.empty());
  }
}
