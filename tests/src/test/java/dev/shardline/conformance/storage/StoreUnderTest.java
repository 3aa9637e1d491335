package dev.shardline.conformance.storage;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.shardline.storage.ByteRange;
import dev.shardline.storage.Content;
import dev.shardline.storage.ObjectLocation;
import dev.shardline.storage.ObjectStore;
import dev.shardline.storage.ObjectSummary;
import dev.shardline.storage.ObjectVersion;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.assertj.core.api.Assumptions;

/// What the parts of the storage contract need: a store, a fresh place in it, and short words for
/// using both.
interface StoreUnderTest {
  /// The store under test; may be the same for all tests.
  ObjectStore store();

  /// An empty place, new for each test; ends in `/`.
  ObjectLocation root();

  /// How the store is known to differ from S3.
  Set<Deviation> deviations();

  /// Skips the test, with the reason, where the store is known to differ.
  default void needsStoreWithout(Deviation deviation) {
    Assumptions.assumeThat(deviations())
        .as("known deviation of this store: %s", deviation)
        .doesNotContain(deviation);
  }

  default ObjectLocation at(String key) {
    return new ObjectLocation(root().scheme(), root().container(), root().key() + key);
  }

  default ObjectSummary put(String key, String text) throws IOException {
    return store().write(at(key), Content.ofText(text));
  }

  default ObjectSummary head(String key) throws IOException {
    return store().head(at(key)).orElseThrow();
  }

  default String text(String key) throws IOException {
    return new String(store().read(at(key)), UTF_8);
  }

  default byte[] bytes(String key, ObjectVersion pin, ByteRange range) throws IOException {
    try (InputStream stream = store().open(at(key), pin, range)) {
      return stream.readAllBytes();
    }
  }

  /// The objects' keys below the test's root.
  default List<String> keys(List<ObjectSummary> objects) {
    return objects.stream().map(object -> belowRoot(object.location())).toList();
  }

  default String belowRoot(ObjectLocation location) {
    return location.key().substring(root().key().length());
  }

  static byte[] randomBytes(int seed, int length) {
    byte[] bytes = new byte[length];
    new Random(seed).nextBytes(bytes);
    return bytes;
  }
}
