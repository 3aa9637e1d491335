package dev.shardline.inspect;

import dev.shardline.failure.MalformedDataException;
import dev.shardline.failure.Reason;
import dev.shardline.failure.UsageException;
import dev.shardline.storage.ByteRange;
import dev.shardline.storage.ListRequest;
import dev.shardline.storage.ObjectLocation;
import dev.shardline.storage.ObjectPage;
import dev.shardline.storage.ObjectStore;
import dev.shardline.storage.ObjectSummary;
import dev.shardline.storage.ObjectVersion;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// A file to look into, wherever it lies.
public final class InspectedFile {
  /// How many leading bytes inspectors are shown.
  public static final int HEAD_BYTES = 4096;

  private static final int LARGEST_WHOLE = Integer.MAX_VALUE - 8;

  private final ObjectStore store;
  private final ObjectLocation location;
  private final long size;
  private final byte[] head;

  private InspectedFile(ObjectStore store, ObjectLocation location, long size, byte[] head) {
    this.store = store;
    this.location = location;
    this.size = size;
    this.head = head;
  }

  /// Reads a file's size and first bytes.
  ///
  /// @param store stays open as long as the file is looked into
  /// @throws UsageException if there is no such file
  public static InspectedFile open(ObjectStore store, ObjectLocation location) throws IOException {
    long size =
        store
            .head(location)
            .orElseThrow(() -> new UsageException("There is no file %s".formatted(location)))
            .bytes();
    try (InputStream in = store.open(location, ObjectVersion.ANY, new ByteRange(0, HEAD_BYTES))) {
      return new InspectedFile(store, location, size, in.readNBytes(HEAD_BYTES));
    }
  }

  /// The name without folders.
  public String name() {
    return location.fileName();
  }

  /// As messages name it.
  public String place() {
    return location.toString();
  }

  public long size() {
    return size;
  }

  /// The first [#HEAD_BYTES] bytes, or all of a shorter file; not to be written.
  public byte[] head() {
    return head;
  }

  /// Whether the file begins with these bytes.
  public boolean beginsWith(byte[] signature) {
    return head.length >= signature.length
        && Arrays.equals(head, 0, signature.length, signature, 0, signature.length);
  }

  /// The file from its beginning; the caller closes the stream.
  public InputStream open() throws IOException {
    return open(ByteRange.ALL);
  }

  /// Some of the file's bytes; the caller closes the stream.
  public InputStream open(ByteRange range) throws IOException {
    return store.open(location, ObjectVersion.ANY, range);
  }

  /// All bytes.
  ///
  /// @throws MalformedDataException if they do not fit one array
  public byte[] bytes() throws IOException, MalformedDataException {
    if (size > LARGEST_WHOLE) {
      throw new MalformedDataException(
          Reason.TOO_LARGE, "file", "at most 2 GiB to look into", size + " bytes");
    }
    return store.read(location);
  }

  /// A file beside this one; empty if there is none.
  public Optional<InspectedFile> sibling(String siblingName) throws IOException {
    ObjectLocation other = beside(siblingName);
    return store.head(other).isPresent() ? Optional.of(open(store, other)) : Optional.empty();
  }

  /// The files of this one's folder, this one among them, in the order of their names.
  public List<InspectedFile> folder() throws IOException {
    List<InspectedFile> files = new ArrayList<>();
    ListRequest request =
        new ListRequest(beside(""), "", ListRequest.Depth.SHALLOW, ListRequest.PAGE);
    ObjectPage page;
    do {
      page = store.list(request);
      for (ObjectSummary file : page.objects()) {
        files.add(open(store, file.location()));
      }
      request = request.after(page.lastKey());
    } while (page.more());
    return files;
  }

  private ObjectLocation beside(String otherName) {
    String folder = location.key().substring(0, location.key().length() - name().length());
    return new ObjectLocation(location.scheme(), location.container(), folder + otherName);
  }
}
