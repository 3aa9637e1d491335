package dev.shardline.flow;

import dev.shardline.dataset.SourceObject;
import dev.shardline.storage.ByteRange;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Objects that an engine downloaded before the worker began, found by the end of their keys: how
/// much of a key's path is kept below the input folder is not documented. What is not there, or not
/// in the listed size, is read from where the catalog says it lies, so that any distribution of the
/// objects over the workers gives the same result. Safe for many threads.
public final class LocalCopies implements SampleSource {
  private final Map<String, List<Path>> byFileName;
  private final SampleSource otherwise;

  private LocalCopies(Map<String, List<Path>> byFileName, SampleSource otherwise) {
    this.byFileName = byFileName;
    this.otherwise = otherwise;
  }

  /// Takes in every file below `folder`.
  ///
  /// @param otherwise where other objects are read from
  public static LocalCopies of(Path folder, SampleSource otherwise) throws IOException {
    Map<String, List<Path>> byFileName = new HashMap<>();
    if (Files.isDirectory(folder)) {
      try (Stream<Path> files = Files.walk(folder)) {
        files
            .filter(Files::isRegularFile)
            .sorted()
            .forEach(file ->
                byFileName
                    .computeIfAbsent(file.getFileName().toString(), _ -> new ArrayList<>())
                    .add(file));
      }
    }
    return new LocalCopies(byFileName, otherwise);
  }

  @Override
  public InputStream open(SourceObject object, ByteRange range) throws IOException {
    Optional<Path> copy = find(object);
    if (copy.isEmpty()) {
      return otherwise.open(object, range);
    }
    FileChannel channel = FileChannel.open(copy.get());
    channel.position(Math.min(range.offset(), channel.size()));
    return Channels.newInputStream(channel);
  }

  /// The one file of the right size that shares most of the end of the object's key; empty if there
  /// is none or more than one.
  Optional<Path> find(SourceObject object) throws IOException {
    String key = object.location().key();
    Path best = null;
    int longest = -1;
    boolean tied = false;
    for (Path file : byFileName.getOrDefault(object.location().fileName(), List.of())) {
      if (Files.size(file) == object.bytes()) {
        int shared = sharedEnd(file, key);
        tied = shared == longest;
        if (shared > longest) {
          longest = shared;
          best = file;
        }
      }
    }
    return best == null || tied ? Optional.empty() : Optional.of(best);
  }

  /// How many last segments a path and a key have in common.
  private static int sharedEnd(Path file, String key) {
    String[] segments = key.split("/", -1);
    int shared = 0;
    while (shared < segments.length
        && shared < file.getNameCount()
        && file.getName(file.getNameCount() - 1 - shared)
            .toString()
            .equals(segments[segments.length - 1 - shared])) {
      shared++;
    }
    return shared;
  }
}
