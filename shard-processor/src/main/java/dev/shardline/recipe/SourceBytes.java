package dev.shardline.recipe;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;

/// A sample's objects as they were read, undecoded: what the first step of a recipe takes. Once
/// that step has returned they are let go, although whoever fetched the sample is still on the
/// stack; what was decoded may lie in their memory until they are closed.
public final class SourceBytes implements SourceObjects {
  private final Runnable end;
  private volatile List<NamedBytes> objects;
  private final List<Runnable> kept = new ArrayList<>();
  private boolean givenBack;

  /// @param name the file name, without folders: evidence for the format, never a path to open
  /// @param memory the whole object, in the heap or outside; not to be changed
  public record NamedBytes(String name, MemorySegment memory) {
    /// An object in an array.
    public NamedBytes(String name, byte[] bytes) {
      this(name, MemorySegment.ofArray(bytes));
    }

    /// Its first bytes, as many as there are of those asked for; a copy.
    public byte[] head(int most) {
      return memory.asSlice(0, Math.min(most, memory.byteSize())).toArray(ValueLayout.JAVA_BYTE);
    }

    /// The object in an array, which is a copy if it lies outside the heap; not to be changed.
    public byte[] bytes() {
      return memory
          .heapBase()
          .map(byte[].class::cast)
          .filter(array -> array.length == memory.byteSize())
          .orElseGet(() -> memory.toArray(ValueLayout.JAVA_BYTE));
    }
  }

  /// Objects in the heap.
  ///
  /// @param objects at least one, the one that names the sample first
  public SourceBytes(List<NamedBytes> objects) {
    this(objects, () -> {});
  }

  /// Objects whose memory is given back.
  ///
  /// @param objects at least one, the one that names the sample first
  /// @param end gives their memory back, once
  public SourceBytes(List<NamedBytes> objects, Runnable end) {
    this.objects = List.copyOf(objects);
    this.end = end;
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

  /// Takes over memory that what is decoded lies in, until the sample's recipe has ended.
  ///
  /// @param giveBack is run then
  public void keep(Runnable giveBack) {
    kept.add(giveBack);
  }

  /// Forgets the objects: nobody asks for them again.
  void letGo() {
    objects = List.of();
  }

  /// Gives back the objects' memory, of which nothing that was decoded keeps anything.
  void giveBack() {
    letGo();
    if (!givenBack) {
      givenBack = true;
      end.run();
    }
  }

  @Override
  public long heapBytes() {
    return objects.stream()
        .map(NamedBytes::memory)
        .filter(memory -> !memory.isNative())
        .mapToLong(MemorySegment::byteSize)
        .sum();
  }

  @Override
  public void close() {
    giveBack();
    kept.forEach(Runnable::run);
    kept.clear();
  }

  @Override
  public long memoryBytes() {
    return objects.stream().mapToLong(object -> object.memory().byteSize()).sum();
  }
}
