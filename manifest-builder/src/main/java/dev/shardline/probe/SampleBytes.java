package dev.shardline.probe;

import dev.shardline.dataset.SourceObject;
import dev.shardline.storage.ByteRange;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/// A sample whose bytes can be read: each object in the version the listing pinned. Safe for many
/// threads.
public interface SampleBytes {
  /// The sample's id, for messages.
  String id();

  /// What it consists of; the first one names it.
  List<SourceObject> objects();

  /// Opens a range of an object of this sample. The caller closes the stream.
  ///
  /// @throws IOException as [dev.shardline.storage.ObjectStore#open] does
  InputStream open(SourceObject object, ByteRange range) throws IOException;

  /// The bytes of a range, fewer only where the object ends.
  default byte[] read(SourceObject object, ByteRange range) throws IOException {
    int length =
        Math.toIntExact(Math.min(range.length(), Math.max(0, object.bytes() - range.offset())));
    try (InputStream in = open(object, range)) {
      return in.readNBytes(length);
    }
  }
}
