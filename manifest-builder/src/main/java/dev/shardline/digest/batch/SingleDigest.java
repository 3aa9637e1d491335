package dev.shardline.digest.batch;

import dev.shardline.digest.Digest;
import java.security.MessageDigest;
import java.util.List;

/// One message after the other, by the platform's own SHA-256.
final class SingleDigest implements BatchDigest {
  private final MessageDigest sha256 = Digest.sha256();

  @Override
  public List<Digest> digest(List<Region> messages) {
    return messages.stream().map(this::digest).toList();
  }

  Digest digest(Region message) {
    sha256.update(message.bytes(), message.offset(), message.length());
    return Digest.of(sha256);
  }
}
