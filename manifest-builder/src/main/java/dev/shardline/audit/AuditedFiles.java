package dev.shardline.audit;

import dev.shardline.digest.Digest;
import dev.shardline.storage.ByteRange;
import dev.shardline.storage.ListRequest;
import dev.shardline.storage.ObjectLocation;
import dev.shardline.storage.ObjectPage;
import dev.shardline.storage.ObjectStore;
import dev.shardline.storage.ObjectSummary;
import dev.shardline.storage.ObjectVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;

/// The files under one folder while an audit goes through them: each is taken once, held to its
/// digest, and what nobody took was added.
final class AuditedFiles {
  private static final int BUFFER = 1 << 16;

  private final ObjectStore store;
  private final ObjectLocation directory;
  private final Findings findings;
  private final TreeSet<String> unclaimed = new TreeSet<>(ObjectLocation.KEY_ORDER);
  private long files;
  private long bytes;

  AuditedFiles(ObjectStore store, ObjectLocation directory, Findings findings) throws IOException {
    this.store = store;
    this.directory = directory.asDirectory();
    this.findings = findings;
    list();
  }

  private void list() throws IOException {
    ListRequest request = ListRequest.everythingUnder(directory);
    ObjectPage page;
    do {
      page = store.list(request);
      for (ObjectSummary object : page.objects()) {
        unclaimed.add(object.location().key().substring(directory.key().length()));
      }
      request =
          page.objects().isEmpty()
              ? request
              : request.after(page.objects().getLast().location().key());
    } while (page.more());
  }

  ObjectLocation location(String path) {
    return directory.resolve(path);
  }

  /// Takes a small file whole, whose digest is not known beforehand; empty and reported if missing.
  Optional<byte[]> take(String path) throws IOException {
    unclaimed.remove(path);
    try {
      byte[] content = store.read(location(path));
      count(content.length);
      return Optional.of(content);
    } catch (NoSuchFileException e) {
      findings.add(Check.FILE_MISSING, location(path), "the file", "nothing");
      return Optional.empty();
    }
  }

  /// Takes a small file whole and holds it to its digest; empty and reported if it is missing or
  /// another.
  Optional<byte[]> take(String path, Digest expected) throws IOException {
    Optional<byte[]> content = take(path);
    return content.filter(all -> agrees(path, expected, Digest.of(all)));
  }

  /// Takes a file of any size and holds it to its digest.
  ///
  /// @return whether it is there and the one expected
  boolean verify(String path, Digest expected) throws IOException {
    return stream(path, expected, (buffer, length) -> {});
  }

  /// What is done with a file's bytes as they pass.
  @FunctionalInterface
  interface ByteConsumer {
    void accept(byte[] buffer, int length);
  }

  /// Takes a file of any size, shows its bytes to `consumer` and holds it to its digest.
  ///
  /// @return whether it is there and the one expected
  boolean stream(String path, Digest expected, ByteConsumer consumer) throws IOException {
    unclaimed.remove(path);
    MessageDigest sha256 = Digest.sha256();
    byte[] buffer = new byte[BUFFER];
    try (InputStream in = store.open(location(path), ObjectVersion.ANY, ByteRange.ALL)) {
      long length = 0;
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        sha256.update(buffer, 0, read);
        consumer.accept(buffer, read);
        length += read;
      }
      count(length);
      return agrees(path, expected, Digest.of(sha256));
    } catch (NoSuchFileException e) {
      findings.add(Check.FILE_MISSING, location(path), "SHA-256 " + expected, "nothing");
      return false;
    }
  }

  /// Opens a file that was taken before.
  InputStream open(String path) throws IOException {
    return store.open(location(path), ObjectVersion.ANY, ByteRange.ALL);
  }

  /// Reports every file that nobody took and that is not `allowed` without a digest.
  void reportUnclaimed(Predicate<String> allowed) {
    unclaimed.stream()
        .filter(allowed.negate())
        .forEach(path -> findings.add(Check.FILE_ADDED, location(path), "no such file", "a file"));
  }

  long files() {
    return files;
  }

  long bytes() {
    return bytes;
  }

  private boolean agrees(String path, Digest expected, Digest found) {
    findings.expectEqual(
        Check.FILE_CHANGED, location(path), "SHA-256 " + expected, "SHA-256 " + found);
    return expected.equals(found);
  }

  private void count(long length) {
    files++;
    bytes += length;
  }
}
