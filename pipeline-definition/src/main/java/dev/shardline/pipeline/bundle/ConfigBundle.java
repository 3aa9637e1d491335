package dev.shardline.pipeline.bundle;

import dev.shardline.digest.CanonicalJson;
import dev.shardline.digest.Digest;
import dev.shardline.failure.RetryableException;
import dev.shardline.failure.UsageException;
import dev.shardline.storage.Content;
import dev.shardline.storage.ObjectLocation;
import dev.shardline.storage.PublishOutcome;
import dev.shardline.storage.StoreProvider;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/// Files that go to S3 together, in a folder named by the digest of them all: another content has
/// another place, so nothing that refers to it ever changes its meaning.
///
/// @param files texts by name, `shardline.yaml` among them
public record ConfigBundle(Map<String, String> files) {
  /// The configuration's name.
  public static final String CONFIG = "shardline.yaml";

  public ConfigBundle {
    files = Collections.unmodifiableMap(new TreeMap<>(files));
    if (!files.containsKey(CONFIG)) {
      throw new IllegalArgumentException("A bundle needs a " + CONFIG);
    }
  }

  public Digest digest() {
    var json = CanonicalJson.object();
    files.forEach((name, text) -> json.put(name, Digest.of(text).hex()));
    return CanonicalJson.digestOf(json);
  }

  /// Where the bundle lies below a work location.
  public ObjectLocation locate(ObjectLocation work) {
    return work.resolve("configs/" + digest().shortHex() + "/");
  }

  /// Writes the files that are not there yet.
  ///
  /// @throws UsageException if a file is there with other content: someone changed it
  /// @throws RetryableException if the store fails
  public void publish(StoreProvider stores, ObjectLocation work) {
    ObjectLocation folder = locate(work);
    for (Map.Entry<String, String> file : files.entrySet()) {
      ObjectLocation location = folder.resolve(file.getKey());
      Content content = Content.ofBytes(file.getValue().getBytes(StandardCharsets.UTF_8));
      try {
        if (stores.storeOf(location).publish(location, content)
            instanceof PublishOutcome.AlreadyDifferent) {
          throw new UsageException(
              "%s was changed after it was written; remove it and try again".formatted(location));
        }
      } catch (IOException e) {
        throw new RetryableException(
            "Cannot write the configuration to %s: %s".formatted(location, e.getMessage()), e);
      }
    }
  }
}
