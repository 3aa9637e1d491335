package dev.shardline.recipe;

import java.util.List;

/// A sample's objects as they were read, undecoded: what the first step of a recipe takes. Once
/// that step has returned they are let go, although whoever fetched the sample is still on the
/// stack.
public final class SourceBytes implements SourceObjects {
  private volatile List<NamedBytes> objects;

  /// @param name the file name, without folders: evidence for the format, never a path to open
  /// @param bytes the whole object; not to be changed
  @SuppressWarnings("ArrayRecordComponent") // identity is never asked of it
  public record NamedBytes(String name, byte[] bytes) {}

  /// @param objects at least one, the one that names the sample first
  public SourceBytes(List<NamedBytes> objects) {
    this.objects = List.copyOf(objects);
    if (objects.isEmpty()) {
      throw new IllegalArgumentException("A sample has at least one object");
    }
  }

  /// A sample of one object.
  public static SourceBytes of(String name, byte[] bytes) {
    return new SourceBytes(List.of(new NamedBytes(name, bytes)));
  }

  /// All objects, the one that names the sample first.
  ///
  /// @throws IllegalStateException if they were decoded, and let go
  public List<NamedBytes> objects() {
    List<NamedBytes> there = objects;
    if (there.isEmpty()) {
      throw new IllegalStateException("The sample's objects were let go once they were decoded");
    }
    return there;
  }

  /// The object that names the sample.
  ///
  /// @throws IllegalStateException if the objects were decoded, and let go
  public NamedBytes first() {
    return objects().getFirst();
  }

  /// Forgets the objects: nobody asks for them again.
  void letGo() {
    objects = List.of();
  }

  @Override
  public long memoryBytes() {
    return objects.stream().mapToLong(object -> object.bytes().length).sum();
  }
}
