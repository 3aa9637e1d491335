package dev.shardline.recipe;

import java.util.List;

/// What is known of a sample before it is read.
///
/// @param objects every object's name and size, the first one first
/// @param head the leading bytes of the first object; not to be changed
@SuppressWarnings("ArrayRecordComponent") // identity is never asked of it
public record SourceHead(List<NamedSize> objects, byte[] head) {
  /// @param name the file name, without folders
  public record NamedSize(String name, long bytes) {}

  public SourceHead {
    objects = List.copyOf(objects);
    if (objects.isEmpty()) {
      throw new IllegalArgumentException("A sample has at least one object");
    }
  }

  /// The name of the object that names the sample.
  public String name() {
    return objects.getFirst().name();
  }

  /// The size of all objects.
  public long bytes() {
    return objects.stream().mapToLong(NamedSize::bytes).sum();
  }
}
