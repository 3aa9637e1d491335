package dev.shardline.digest.batch;

import dev.shardline.digest.Digest;
import java.util.List;

/// Digests many messages at once. Keeps nothing from one call to the next but arrays that it uses
/// again: for one thread.
public interface BatchDigest {
  /// The SHA-256 digests of messages, in their order. Quickest for sixteen or more of about the
  /// same length; right for any number of any lengths.
  List<Digest> digest(List<Region> messages);

  /// A digest in vector lanes where this process has Java's vector module, the processor gains by
  /// it, and there is so much to digest that compiling it pays; else one message after the other.
  ///
  /// @param bytes about how many bytes this process will digest in this way
  static BatchDigest create(long bytes) {
    return bytes >= LaneSupport.WORTH_COMPILING && LaneSupport.isWorthwhile()
        ? new LaneDigest()
        : new SingleDigest();
  }
}
