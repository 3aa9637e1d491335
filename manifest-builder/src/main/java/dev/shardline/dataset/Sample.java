package dev.shardline.dataset;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// One data-set item: an image, a volume, a recording.
///
/// @param id unique in the data set and independent of where it is stored: the key of its first
///   object relative to the source's prefix
/// @param objects what it consists of, at least one, never separated; the first one names the
///   sample
/// @param subject the group that must not cross splits; the sample's own id where no subject is
///   known
/// @param duplicateGroup the id of the first sample (in id order) of the group of copies it belongs
///   to; empty when it has no copy
/// @param label its class
/// @param attributes further columns (more labels, site, scanner, age) in the catalog's column
///   order
public record Sample(
    String id,
    List<SourceObject> objects,
    String subject,
    String duplicateGroup,
    ClassLabel label,
    Map<String, String> attributes) {
  public Sample {
    if (id.isEmpty() || objects.isEmpty()) {
      throw new IllegalArgumentException(
          "A sample needs an id and at least one object, got \"%s\" with %d objects"
              .formatted(id, objects.size()));
    }
    objects = List.copyOf(objects);
    attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
  }

  /// The size of all its objects.
  public long bytes() {
    long bytes = 0;
    for (SourceObject object : objects) {
      bytes += object.bytes();
    }
    return bytes;
  }
}
