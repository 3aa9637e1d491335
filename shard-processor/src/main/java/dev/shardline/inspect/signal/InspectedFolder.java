package dev.shardline.inspect.signal;

import dev.shardline.inspect.InspectedFile;
import dev.shardline.signal.format.ByteSource;
import dev.shardline.signal.format.SampleFiles;
import dev.shardline.storage.ByteRange;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/// A file and those beside it, read by ranges.
///
/// @param main the file that is looked into
record InspectedFolder(InspectedFile main) implements SampleFiles {
  @Override
  public Optional<ByteSource> find(String name) throws IOException {
    boolean plain = !name.isEmpty() && name.indexOf('/') < 0 && !name.startsWith("..");
    if (!plain) {
      return Optional.empty();
    }
    return name.equals(main.name())
        ? Optional.of(new Ranged(main))
        : main.sibling(name).map(Ranged::new);
  }

  private record Ranged(InspectedFile file) implements ByteSource {
    @Override
    public long size() {
      return file.size();
    }

    @Override
    public void read(long offset, byte[] into, int at, int length) throws IOException {
      try (InputStream in = file.open(new ByteRange(offset, length))) {
        int count = in.readNBytes(into, at, length);
        if (count < length) {
          throw new EOFException(
              "%s ends at byte %d, %d asked".formatted(file.place(), offset + count, length));
        }
      }
    }
  }
}
