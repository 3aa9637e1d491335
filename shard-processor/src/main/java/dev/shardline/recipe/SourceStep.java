package dev.shardline.recipe;

import dev.shardline.failure.MalformedDataException;
import java.util.Optional;

/// The first step of a recipe: takes [SourceObjects] and decodes them. It can tell from an object's
/// first bytes how much memory the sample will need, so that the worker admits the sample, lets it
/// wait, or refuses it before the rest is read.
public interface SourceStep extends Step {
  /// How many leading bytes of the first object [#predict] wants to see; it may be given fewer
  /// where the object is shorter.
  int headBytes();

  /// The memory that decoding needs at its peak, the objects' bytes with it, and the size of what
  /// it gives, from the header alone. Where the bytes shown do not tell, a bound from the objects'
  /// sizes.
  ///
  /// @throws MalformedDataException if the header already shows that the sample cannot be used
  Footprint predict(SourceHead head) throws MalformedDataException;

  /// Whether it reads a sample's objects where they lie ([SourceBytes.NamedBytes#memory()]), so
  /// that large ones may lie outside the heap. Others are given arrays.
  ///
  /// @param head as for [#predict]
  default boolean readsMemory(SourceHead head) {
    return false;
  }

  /// Whether what it decodes may lie in the objects' memory, which is used again only when the
  /// sample's recipe has ended; else as soon as they are decoded.
  default boolean keepsMemory() {
    return true;
  }

  /// What it would put into a scratch file if it were given [SourceRanges]; empty if it cannot, or
  /// the header does not tell.
  ///
  /// @throws MalformedDataException if the header already shows that the sample cannot be used
  default Optional<StoredSource> predictStored(SourceHead head) throws MalformedDataException {
    return Optional.empty();
  }
}
