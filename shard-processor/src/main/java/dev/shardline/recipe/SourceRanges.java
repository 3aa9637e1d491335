package dev.shardline.recipe;

import dev.shardline.digest.Digest;
import dev.shardline.scratch.ScratchSpace;
import java.io.IOException;
import java.util.List;

/// A sample's objects, read by ranges. Only steps that said so ([SourceStep#predictStored]) are
/// given them.
///
/// @param objects at least one, the one that names the sample first
/// @param scratch where decoded values go; outlives the recipe's run on this sample
public record SourceRanges(List<RangedObject> objects, ScratchSpace scratch)
    implements SourceObjects {
  /// An object that is read by ranges. For one thread.
  ///
  /// A store that fails ends in [dev.shardline.failure.RetryableException]: that is not the
  /// sample's fault.
  public interface RangedObject {
    /// The file name, without folders: evidence for the format, never a path to open.
    String name();

    /// The object's size.
    long bytes();

    /// Fills `into[at, at + length)` with the bytes from `offset` on. Ascending ranges cost least.
    ///
    /// @throws java.io.EOFException if the object ends before the range does
    /// @throws UnusableObjectException if the object is gone, changed or refused
    void read(long offset, byte[] into, int at, int length) throws IOException;

    /// The digest of the whole object; reads what was not read in its turn.
    ///
    /// @throws UnusableObjectException if the object is gone, changed or refused
    Digest digest() throws UnusableObjectException;
  }

  public SourceRanges {
    objects = List.copyOf(objects);
    if (objects.isEmpty()) {
      throw new IllegalArgumentException("A sample has at least one object");
    }
  }

  /// The object that names the sample.
  public RangedObject first() {
    return objects.getFirst();
  }

  @Override
  public long heapBytes() {
    return 0;
  }

  @Override
  public void close() {
    scratch.close();
  }

  /// Nothing that grows with the objects.
  @Override
  public long memoryBytes() {
    return 0;
  }
}
