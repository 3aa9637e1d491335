package dev.shardline.recipe.signal;

import dev.shardline.recipe.SourceBytes;
import dev.shardline.recipe.SourceBytes.NamedBytes;
import dev.shardline.recipe.SourceObjects;
import dev.shardline.recipe.SourceRanges;
import dev.shardline.recipe.SourceRanges.RangedObject;
import dev.shardline.signal.format.ByteSource;
import dev.shardline.signal.format.SampleFiles;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A sample's objects as files by name; of objects with one name, the first.
final class SourceFiles implements SampleFiles {
  private static final int RECOGNITION_BYTES = 512;

  private final Map<String, ByteSource> byName = new LinkedHashMap<>();

  private SourceFiles() {}

  static SourceFiles of(SourceObjects source) {
    SourceFiles files = new SourceFiles();
    switch (source) {
      case SourceBytes bytes -> {
        for (NamedBytes object : bytes.objects()) {
          files.byName.putIfAbsent(object.name(), ByteSource.of(object.memory()));
        }
      }
      case SourceRanges ranges -> {
        for (RangedObject object : ranges.objects()) {
          files.byName.putIfAbsent(object.name(), new Ranged(object));
        }
      }
    }
    return files;
  }

  /// The name of the object that names the sample.
  String main() {
    return names().getFirst();
  }

  /// All names, the sample's first object first.
  List<String> names() {
    return List.copyOf(byName.keySet());
  }

  @Override
  public Optional<ByteSource> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /// The first bytes of a file that is there, enough to recognise its format.
  byte[] head(String name) throws IOException {
    ByteSource file = find(name).orElseThrow();
    byte[] head = new byte[(int) Math.min(RECOGNITION_BYTES, file.size())];
    file.read(0, head, 0, head.length);
    return head;
  }

  private record Ranged(RangedObject object) implements ByteSource {
    @Override
    public long size() {
      return object.bytes();
    }

    @Override
    public void read(long offset, byte[] into, int at, int length) throws IOException {
      object.read(offset, into, at, length);
    }
  }
}
