package dev.shardline.manifest;

import java.util.List;

/// Something a check found in the data set.
///
/// @param check the check's name, kebab-case, stable
/// @param message complete as it stands
/// @param affected how many samples (or objects, or classes: the message says which) it concerns
/// @param examples up to a few ids, in id order
public record Finding(
    String check, Severity severity, String message, long affected, List<String> examples) {
  public Finding {
    examples = List.copyOf(examples);
  }
}
