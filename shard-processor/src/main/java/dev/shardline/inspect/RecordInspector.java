package dev.shardline.inspect;

import dev.shardline.failure.MalformedDataException;
import java.io.IOException;

/// An inspector of files that hold records by key.
public interface RecordInspector extends Inspector {
  /// What one record holds.
  ///
  /// @throws dev.shardline.failure.UsageException if the file has no record of that key
  Inspection inspectRecord(InspectedFile file, String key)
      throws IOException, MalformedDataException;
}
