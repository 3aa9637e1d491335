package dev.shardline.program;

import dev.shardline.embedded.S3Server;
import dev.shardline.storage.Content;
import dev.shardline.storage.ObjectLocation;
import dev.shardline.storage.ObjectSummary;
import dev.shardline.storage.s3.S3Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/// A new bucket of a server.
final class Bucket implements AutoCloseable {
  private final ObjectLocation root;
  private final S3Store store;

  private Bucket(ObjectLocation root, S3Store store) {
    this.root = root;
    this.store = store;
  }

  static Bucket on(S3Server server) throws IOException {
    String name = "shardline-" + UUID.randomUUID();
    server.createBucket(name);
    return new Bucket(ObjectLocation.parse("s3://" + name + "/"), new S3Store(server.settings()));
  }

  ObjectLocation at(String key) {
    return root.resolve(key);
  }

  /// Puts every file of a folder under a prefix that ends with `/`.
  void upload(Path folder, String prefix) throws IOException {
    List<Path> files;
    try (Stream<Path> found = Files.walk(folder)) {
      files = found.filter(Files::isRegularFile).toList();
    }
    for (Path file : files) {
      store.write(at(prefix + folder.relativize(file)), Content.ofFile(file));
    }
  }

  /// Brings every object under a prefix into a folder.
  Path download(String prefix, Path folder) throws IOException {
    for (ObjectSummary object : store.listAll(at(prefix))) {
      Path file = folder.resolve(object.location().key().substring(prefix.length()));
      Files.createDirectories(file.getParent());
      Files.write(file, store.read(object.location()));
    }
    return folder;
  }

  List<ObjectSummary> list(String prefix) throws IOException {
    return store.listAll(at(prefix));
  }

  @Override
  public void close() {
    store.close();
  }
}
