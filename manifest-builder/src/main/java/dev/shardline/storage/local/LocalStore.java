package dev.shardline.storage.local;

import dev.shardline.storage.ByteRange;
import dev.shardline.storage.Content;
import dev.shardline.storage.ListRequest;
import dev.shardline.storage.ObjectChangedException;
import dev.shardline.storage.ObjectLocation;
import dev.shardline.storage.ObjectPage;
import dev.shardline.storage.ObjectStore;
import dev.shardline.storage.ObjectSummary;
import dev.shardline.storage.ObjectVersion;
import dev.shardline.storage.PublishOutcome;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/// Keeps objects as files; the key is the absolute path. Safe for many threads and processes.
///
/// Symbolic links are followed, to files and to folders; a link that leads back to a folder it lies
/// in is left out, and a link to nothing is listed as an object of 0 bytes that cannot be opened,
/// so that it is reported and not lost. Devices, sockets and pipes are left out, and so are the
/// store's own temporary files ([TemporaryFile]). Keys that no path can spell (`a//b`, `a/./b`, a
/// slash at the end) are refused with a [java.nio.file.FileSystemException].
public final class LocalStore implements ObjectStore {
  private final FolderCache folders = new FolderCache();

  @Override
  public ObjectPage list(ListRequest request) throws IOException {
    return new LocalListing(folders, request).page();
  }

  @Override
  public Optional<ObjectSummary> head(ObjectLocation location) throws IOException {
    Path path = LocalPaths.path(location);
    try {
      FileFacts facts = FileFacts.read(path);
      return facts.kind() == FileFacts.Kind.FILE
          ? Optional.of(facts.summary(location))
          : Optional.empty();
    } catch (NoSuchFileException _) {
      return Optional.empty();
    } catch (IOException failure) {
      throw LocalFailures.reading(location, failure);
    }
  }

  @Override
  public InputStream open(ObjectLocation location, ObjectVersion pin, ByteRange range)
      throws IOException {
    Path path = LocalPaths.path(location);
    try {
      OpenFile file = OpenFile.of(path);
      try {
        return opened(location, pin, range, file.channel(), file.facts());
      } catch (IOException | RuntimeException failure) {
        file.channel().close();
        throw failure;
      }
    } catch (ObjectChangedException changed) {
      throw changed;
    } catch (IOException failure) {
      throw LocalFailures.reading(location, failure);
    }
  }

  private static InputStream opened(
      ObjectLocation location,
      ObjectVersion pin,
      ByteRange range,
      FileChannel channel,
      FileFacts facts)
      throws IOException {
    if (facts.kind() != FileFacts.Kind.FILE) {
      throw new NoSuchFileException(location.toString(), null, "this is a folder, not a file");
    }
    if (!pin.admits(facts.version())) {
      throw new ObjectChangedException(location, pin, facts.version().toString());
    }
    long offset = Math.min(range.offset(), facts.bytes());
    channel.position(offset);
    return new FileRangeStream(location, channel, Math.min(range.length(), facts.bytes() - offset));
  }

  @Override
  public ObjectSummary write(ObjectLocation location, Content content) throws IOException {
    Path target = LocalPaths.path(location);
    try (TemporaryFile temporary = TemporaryFile.of(target, content)) {
      FileFacts facts = FileFacts.read(temporary.path());
      temporary.moveTo(target);
      return facts.summary(location);
    } catch (IOException failure) {
      throw LocalFailures.writing(location, content.length(), failure);
    }
  }

  @Override
  public PublishOutcome publish(ObjectLocation location, Content content) throws IOException {
    Path target = LocalPaths.path(location);
    try {
      if (!Files.exists(target) && LocalPublishing.publish(target, content)) {
        return new PublishOutcome.Published(FileFacts.read(target).summary(location));
      }
      return compare(location, content);
    } catch (IOException failure) {
      throw LocalFailures.writing(location, content.length(), failure);
    }
  }

  private PublishOutcome compare(ObjectLocation location, Content content) throws IOException {
    ObjectSummary there = FileFacts.read(location.toPath()).summary(location);
    try (InputStream stream = open(location, there.version(), ByteRange.ALL)) {
      return there.bytes() == content.length() && content.matches(stream)
          ? new PublishOutcome.AlreadyIdentical(there)
          : new PublishOutcome.AlreadyDifferent(there);
    }
  }

  @Override
  public void delete(ObjectLocation location) throws IOException {
    Path path = LocalPaths.path(location);
    try {
      if (!Files.isDirectory(path)) {
        Files.deleteIfExists(path);
      }
    } catch (IOException failure) {
      throw LocalFailures.writing(location, 0, failure);
    }
  }

  /// Keeps everything: nothing is held open.
  @Override
  public void close() {}
}
