package dev.shardline.storage;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A place that keeps objects under keys. Implementations are safe for use by many threads; every
/// method may block on the network or the disk and retries what is worth retrying by itself.
///
/// Errors, for every method: [java.nio.file.NoSuchFileException] if the object is missing (where
/// the method does not say otherwise), [java.nio.file.AccessDeniedException] if the store refuses,
/// [java.io.InterruptedIOException] if the thread is interrupted, and any other [IOException] where
/// the store failed after retries; its message names the operation and the location. Any
/// [java.nio.file.FileSystemException] is for the user to mend (a key the store cannot hold, no
/// credentials, a wrong region); other failures may pass by themselves. [StorageFailure] turns both
/// into what ends a command.
///
/// A page always holds something when more follows.
public interface ObjectStore extends AutoCloseable {
  /// One page of the objects under a prefix, in [ObjectLocation#KEY_ORDER]. A prefix under which
  /// nothing lies, even in a container or folder that does not exist, gives an empty page for local
  /// and memory stores; S3 fails with [java.nio.file.NoSuchFileException] for a missing bucket.
  ObjectPage list(ListRequest request) throws IOException;

  /// What the store knows of one object; empty if there is none.
  Optional<ObjectSummary> head(ObjectLocation location) throws IOException;

  /// Opens a range of an object's bytes. The caller closes the stream. The stream fails rather than
  /// end early when the connection breaks; a range beyond the end gives an empty stream.
  ///
  /// @param pin the version the bytes must belong to; [ObjectVersion#ANY] for none
  /// @throws ObjectChangedException if the object is not that version
  InputStream open(ObjectLocation location, ObjectVersion pin, ByteRange range) throws IOException;

  /// Writes an object whole, whether or not one is there. Readers see the old or the new object,
  /// never a mixture.
  ObjectSummary write(ObjectLocation location, Content content) throws IOException;

  /// Writes an object whole, only if none is there, durably: once this returns, a crash of the
  /// machine does not lose it. Of several callers at once exactly one publishes. A caller that
  /// finds an object is told whether its bytes are the same.
  ///
  /// @throws UnknownOutcomeException if it cannot be established whether the object was written
  PublishOutcome publish(ObjectLocation location, Content content) throws IOException;

  /// Removes an object; no error if there is none.
  void delete(ObjectLocation location) throws IOException;

  @Override
  void close();

  /// Every object under a prefix, in [ObjectLocation#KEY_ORDER], in memory at once and page after
  /// page: for places that hold few objects, such as a run.
  default List<ObjectSummary> listAll(ObjectLocation prefix) throws IOException {
    List<ObjectSummary> all = new ArrayList<>();
    ObjectPage page = list(ListRequest.everythingUnder(prefix));
    all.addAll(page.objects());
    while (page.more()) {
      page = list(ListRequest.everythingUnder(prefix).after(page.lastKey()));
      all.addAll(page.objects());
    }
    return List.copyOf(all);
  }

  /// The folders right under a prefix that ends in a slash, in [ObjectLocation#KEY_ORDER], in
  /// memory at once.
  default List<ObjectLocation> foldersOf(ObjectLocation prefix) throws IOException {
    ListRequest request = new ListRequest(prefix, "", ListRequest.Depth.SHALLOW, ListRequest.PAGE);
    ObjectPage page = list(request);
    List<ObjectLocation> all = new ArrayList<>(page.directories());
    while (page.more()) {
      page = list(request.after(page.lastKey()));
      all.addAll(page.directories());
    }
    return List.copyOf(all);
  }

  /// All bytes of an object, of one version: where it is replaced while it is read, the new one is.
  default byte[] read(ObjectLocation location) throws IOException {
    while (true) {
      try (InputStream stream = open(location, ObjectVersion.ANY, ByteRange.ALL)) {
        return stream.readAllBytes();
      } catch (ObjectChangedException _) {
        // begin again with what is there now
      }
    }
  }
}
