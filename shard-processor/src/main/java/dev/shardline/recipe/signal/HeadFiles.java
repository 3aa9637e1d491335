package dev.shardline.recipe.signal;

import dev.shardline.recipe.SourceHead;
import dev.shardline.recipe.SourceHead.NamedSize;
import dev.shardline.signal.format.ByteSource;
import dev.shardline.signal.format.SampleFiles;
import java.io.IOException;
import java.util.Optional;

/// A sample of which only the first bytes of the first object are at hand; reading anything else
/// ends in an [IOException], and in no [java.io.EOFException], as the object does not end there.
record HeadFiles(SourceHead head) implements SampleFiles {
  @Override
  public Optional<ByteSource> find(String name) {
    return head.objects().stream()
        .filter(object -> object.name().equals(name))
        .findFirst()
        .map(object ->
            new Head(
                object.bytes(), object == head.objects().getFirst() ? head.head() : new byte[0]));
  }

  @SuppressWarnings("ArrayRecordComponent") // identity is never asked of it
  private record Head(long size, byte[] known) implements ByteSource {
    @Override
    public void read(long offset, byte[] into, int at, int length) throws IOException {
      if (offset < 0 || offset > known.length - length) {
        throw new IOException("Only the first %d bytes are known".formatted(known.length));
      }
      System.arraycopy(known, (int) offset, into, at, length);
    }
  }

  /// The size in bytes of all objects.
  long bytes() {
    return head.objects().stream().mapToLong(NamedSize::bytes).sum();
  }
}
