package dev.shardline.cli.session;

import dev.shardline.failure.UsageException;
import dev.shardline.storage.ObjectLocation;
import dev.shardline.storage.ObjectStore;
import dev.shardline.storage.StoreProvider;
import dev.shardline.storage.local.BucketFolder;
import dev.shardline.storage.local.LocalStore;
import dev.shardline.storage.s3.S3Settings;
import dev.shardline.storage.s3.S3Store;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/// The stores of this process, each made when a location first asks for it, so that a run on local
/// files never waits for the AWS SDK. Safe for many threads.
public final class LazyStores implements StoreProvider, AutoCloseable {
  /// Names a folder that stands for S3: a dry run gives it to the processes it starts.
  public static final String FOLDER_VARIABLE = "SHARDLINE_S3_FOLDER";

  private final Map<String, String> environment;
  private final Map<String, ObjectStore> stores = new TreeMap<>();

  /// @param environment the process's environment, for S3's endpoint and credentials
  public LazyStores(Map<String, String> environment) {
    this.environment = Map.copyOf(environment);
  }

  @Override
  public synchronized ObjectStore storeOf(ObjectLocation location) {
    return stores.computeIfAbsent(location.scheme(), _ -> make(location));
  }

  private ObjectStore make(ObjectLocation location) {
    return switch (location.scheme()) {
      case "file" -> new LocalStore();
      case "s3" -> environment.containsKey(FOLDER_VARIABLE) ? bucketFolder() : s3();
      default ->
          throw new UsageException(
              "Cannot reach %s: expected s3://… or a local path, found the scheme \"%s\"."
                  .formatted(location, location.scheme()));
    };
  }

  private BucketFolder bucketFolder() {
    return new BucketFolder(Path.of(environment.getOrDefault(FOLDER_VARIABLE, "")));
  }

  private S3Store s3() {
    try {
      return new S3Store(S3Settings.fromEnvironment(environment));
    } catch (IllegalArgumentException e) {
      throw new UsageException(
          "The S3 endpoint in AWS_ENDPOINT_URL_S3 or AWS_ENDPOINT_URL cannot be used: "
              + e.getMessage(),
          e);
    }
  }

  @Override
  public synchronized void close() {
    stores.values().forEach(ObjectStore::close);
    stores.clear();
  }
}
