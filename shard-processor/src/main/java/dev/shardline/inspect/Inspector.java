package dev.shardline.inspect;

import dev.shardline.failure.MalformedDataException;
import java.io.IOException;

/// Looks into files of one format. Stateless.
public interface Inspector {
  /// The format's name for the list of what can be inspected: `NIfTI`.
  String format();

  /// Whether a file is of this format, by its first bytes where they tell, else by its name.
  boolean recognises(InspectedFile file);

  /// What the file holds.
  ///
  /// @throws MalformedDataException if it is not what its beginning says
  /// @throws IOException if it cannot be read
  Inspection inspect(InspectedFile file) throws IOException, MalformedDataException;
}
