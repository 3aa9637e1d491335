package dev.shardline.manifest;

import java.util.List;

/// Where the objects came from and what was seen there.
///
/// @param locations as the user wrote them
/// @param listed how many objects were listed, before any was left out
/// @param excluded how many of them the include and exclude rules left out
/// @param counts what became samples
public record SourceDescription(List<String> locations, long listed, long excluded, Counts counts) {
  public SourceDescription {
    locations = List.copyOf(locations);
  }
}
