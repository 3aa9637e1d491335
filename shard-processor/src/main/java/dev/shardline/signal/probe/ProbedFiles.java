package dev.shardline.signal.probe;

import dev.shardline.dataset.SourceObject;
import dev.shardline.probe.SampleBytes;
import dev.shardline.signal.format.ByteSource;
import dev.shardline.signal.format.SampleFiles;
import dev.shardline.storage.ByteRange;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/// A sample's objects in a store as files by name, each read by ranges.
record ProbedFiles(SampleBytes sample) implements SampleFiles {
  @Override
  public Optional<ByteSource> find(String name) {
    return sample.objects().stream()
        .filter(object -> object.location().fileName().equals(name))
        .findFirst()
        .map(object -> new Ranged(sample, object));
  }

  private record Ranged(SampleBytes sample, SourceObject object) implements ByteSource {
    @Override
    public long size() {
      return object.bytes();
    }

    @Override
    public void read(long offset, byte[] into, int at, int length) throws IOException {
      try (InputStream in = sample.open(object, new ByteRange(offset, length))) {
        int count = in.readNBytes(into, at, length);
        if (count < length) {
          throw new EOFException(
              "%s ends at byte %d, %d asked"
                  .formatted(object.location(), offset + count, offset + length));
        }
      }
    }
  }
}
