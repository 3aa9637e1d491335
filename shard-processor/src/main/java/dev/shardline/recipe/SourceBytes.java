package dev.shardline.recipe;

import java.util.List;

/// A sample's objects as they were read, undecoded: what the first step of a recipe takes.
///
/// @param objects at least one, the one that names the sample first
public record SourceBytes(List<NamedBytes> objects) implements SourceObjects {
  /// @param name the file name, without folders: evidence for the format, never a path to open
  /// @param bytes the whole object; not to be changed
  @SuppressWarnings("ArrayRecordComponent") // identity is never asked of it
  public record NamedBytes(String name, byte[] bytes) {}

  public SourceBytes {
    objects = List.copyOf(objects);
    if (objects.isEmpty()) {
      throw new IllegalArgumentException("A sample has at least one object");
    }
  }

  /// A sample of one object.
  public static SourceBytes of(String name, byte[] bytes) {
    return new SourceBytes(List.of(new NamedBytes(name, bytes)));
  }

  /// The object that names the sample.
  public NamedBytes first() {
    return objects.getFirst();
  }

  @Override
  public long memoryBytes() {
    return objects.stream().mapToLong(object -> object.bytes().length).sum();
  }
}
