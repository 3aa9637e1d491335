package dev.shardline.pipeline.dryrun;

import dev.shardline.digest.Digest;
import dev.shardline.storage.Content;
import dev.shardline.storage.ObjectLocation;
import dev.shardline.storage.StoreProvider;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// Brings what the machines of a job wrote for one output to its common destination. Links are left
/// out, as the service does. For use by one thread.
final class OutputUpload {
  private final StoreProvider stores;
  private final ObjectLocation destination;
  private final String folder;

  /// What was uploaded: by key, from which machine, in which state of the file.
  private final Map<String, Uploaded> uploaded = new TreeMap<>();

  /// When each file was first seen in the state in which it was seen last.
  private final Map<String, Seen> looks = new TreeMap<>();

  private final List<String> clashes = new ArrayList<>();

  OutputUpload(StoreProvider stores, ObjectLocation destination, String folder) {
    this.stores = stores;
    this.destination = destination;
    this.folder = folder;
  }

  private record Uploaded(Host host, State state, Digest digest) {}

  private record State(long bytes, long modified) {}

  private record Seen(State state, long sinceNanos) {}

  /// Uploads every file that is new or has changed.
  ///
  /// @param settledFor only files that have looked the same for so many milliseconds
  void sweep(List<Host> hosts, long settledFor) throws IOException {
    for (Host host : hosts) {
      Path root = host.resolve(folder);
      for (Path file : files(root)) {
        upload(host, root, file, settledFor);
      }
    }
  }

  /// Files that several machines wrote with different content; on the service the last one wins.
  List<String> clashes() {
    return List.copyOf(clashes);
  }

  int count() {
    return uploaded.size();
  }

  private static List<Path> files(Path root) throws IOException {
    if (!Files.isDirectory(root)) {
      return List.of();
    }
    try (Stream<Path> paths = Files.walk(root)) {
      return paths
          .filter(path -> Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS))
          .sorted()
          .toList();
    }
  }

  private void upload(Host host, Path root, Path file, long settledFor) throws IOException {
    long modified = Files.getLastModifiedTime(file).toMillis();
    State state = new State(Files.size(file), modified);
    String key = root.relativize(file).toString();
    if (!hasSettled(host.name() + "/" + key, state, settledFor)) {
      return;
    }
    Uploaded before = uploaded.get(key);
    if (before != null && before.host().equals(host) && before.state().equals(state)) {
      return;
    }
    Digest digest = digest(file);
    if (before != null && !before.host().equals(host) && !before.digest().equals(digest)) {
      clashes.add(
          "%s and %s both wrote %s%s with different content; on SageMaker the last one wins"
              .formatted(before.host().name(), host.name(), destination.asDirectory(), key));
    }
    ObjectLocation location = destination.resolve(key);
    stores.storeOf(location).write(location, Content.ofFile(file));
    uploaded.put(key, new Uploaded(host, state, digest));
  }

  /// Whether a file has looked like this for so long, however the clock on the wall was set
  /// meanwhile.
  private boolean hasSettled(String name, State state, long millis) {
    long now = System.nanoTime();
    Seen seen = looks.get(name);
    if (seen == null || !seen.state().equals(state)) {
      seen = new Seen(state, now);
      looks.put(name, seen);
    }
    return now - seen.sinceNanos() >= TimeUnit.MILLISECONDS.toNanos(millis);
  }

  private static Digest digest(Path file) throws IOException {
    MessageDigest algorithm = Digest.sha256();
    try (InputStream bytes = Files.newInputStream(file)) {
      byte[] buffer = new byte[64 * 1024];
      for (int n = bytes.read(buffer); n >= 0; n = bytes.read(buffer)) {
        algorithm.update(buffer, 0, n);
      }
    }
    return Digest.of(algorithm);
  }
}
