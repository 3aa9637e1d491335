package dev.shardline.conformance.storage;

import dev.shardline.storage.ObjectLocation;
import java.util.concurrent.atomic.AtomicInteger;

/// Fresh places in one bucket.
final class S3Place {
  private static final AtomicInteger COUNT = new AtomicInteger();

  private S3Place() {}

  static ObjectLocation in(String bucket) {
    return new ObjectLocation("s3", bucket, "contract/" + COUNT.incrementAndGet() + "/");
  }
}
