package dev.shardline.faults;

import java.util.Map;
import org.apache.commons.codec.digest.DigestUtils;

/// An object of the faulty server.
///
/// @param metadata the `x-amz-meta-` headers it came with
@SuppressWarnings("ArrayRecordComponent") // never compared
record StoredBytes(byte[] bytes, String etag, Map<String, String> metadata) {
  static StoredBytes of(byte[] bytes, Map<String, String> metadata) {
    return new StoredBytes(bytes, DigestUtils.md5Hex(bytes), metadata);
  }
}
