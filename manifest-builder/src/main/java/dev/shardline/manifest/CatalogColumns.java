package dev.shardline.manifest;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// The columns of `catalog.csv` and of parts' samples files: the fixed ones, then the data set's
/// own.
public final class CatalogColumns {
  static final String PREFIX = "prefix";
  static final String CLASS_LABEL = "class_label";
  static final String CLASS_INDEX = "class_index";
  static final String CHANNEL = "channel";
  static final String SUBJECT = "subject";
  public static final String DUPLICATE_GROUP = "duplicate_group";
  static final String BYTES = "bytes";
  static final String ETAG = "etag";
  static final String VERSION_ID = "version_id";
  static final String SAMPLE = "sample";

  /// The columns every data set has, in their order.
  public static final List<String> FIXED =
      List.of(
          PREFIX,
          CLASS_LABEL,
          CLASS_INDEX,
          CHANNEL,
          SUBJECT,
          DUPLICATE_GROUP,
          BYTES,
          ETAG,
          VERSION_ID,
          SAMPLE);

  private CatalogColumns() {}

  /// The whole header.
  ///
  /// @param attributes the data set's own columns
  /// @throws IllegalArgumentException if two columns have one name, or one has none
  public static List<String> header(List<String> attributes) {
    List<String> header = Stream.concat(FIXED.stream(), attributes.stream()).toList();
    Set<String> seen = new HashSet<>();
    for (String name : header) {
      if (name.isEmpty() || !seen.add(name)) {
        throw new IllegalArgumentException(
            "Column \"%s\" of the catalog is %s"
                .formatted(name, name.isEmpty() ? "without a name" : "there twice"));
      }
    }
    return header;
  }
}
