package dev.shardline.labelling;

import dev.shardline.storage.ObjectLocation;
import java.util.List;

/// A CSV or TSV file with a header whose rows say something of samples.
///
/// @param key the column that the rows are found by
/// @param on what of a sample is looked up in that column: [#ID], [#FILE_NAME], [#STEM],
///   [#LOCATION], or the name of a column that is already known, such as `subject`
/// @param columns which of its columns are taken; empty for all but the key
public record TableSpec(ObjectLocation location, String key, String on, List<String> columns) {
  /// The sample's id.
  public static final String ID = "id";

  /// What follows the last `/` of the sample's id.
  public static final String FILE_NAME = "file-name";

  /// The file name up to its first dot.
  public static final String STEM = "stem";

  /// Where the sample's first object lies: `s3://bucket/key`.
  public static final String LOCATION = "location";

  public TableSpec {
    columns = List.copyOf(columns);
  }
}
