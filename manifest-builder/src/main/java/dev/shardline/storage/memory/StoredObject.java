package dev.shardline.storage.memory;

import dev.shardline.storage.Content;
import dev.shardline.storage.ObjectLocation;
import dev.shardline.storage.ObjectSummary;
import dev.shardline.storage.ObjectVersion;
import java.io.IOException;
import java.io.InputStream;
import org.apache.commons.codec.digest.DigestUtils;

/// One object on the heap.
///
/// @param bytes its own copy, never changed
@SuppressWarnings("ArrayRecordComponent") // compared by its bytes where that is asked
record StoredObject(ObjectLocation location, byte[] bytes, ObjectVersion version) {
  static StoredObject of(ObjectLocation location, Content content) throws IOException {
    try (InputStream stream = content.open()) {
      byte[] bytes = stream.readAllBytes();
      return new StoredObject(location, bytes, new ObjectVersion(DigestUtils.md5Hex(bytes), ""));
    }
  }

  ObjectSummary summary() {
    return new ObjectSummary(location, bytes.length, version);
  }
}
