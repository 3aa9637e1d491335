package dev.shardline.conformance.storage;

import dev.shardline.embedded.EmbeddedS3;
import dev.shardline.storage.ObjectLocation;
import dev.shardline.storage.ObjectStore;
import dev.shardline.storage.s3.S3Store;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedS3ContractTest extends ObjectStoreContract {
  private static EmbeddedS3 server;
  private static S3Store store;

  private final ObjectLocation root = S3Place.in("contract");

  @BeforeAll
  static void start(@TempDir Path folder) throws Exception {
    server = EmbeddedS3.over(folder).withBucket("contract");
    store = new S3Store(server.settings());
  }

  @AfterAll
  static void stop() throws Exception {
    store.close();
    server.close();
  }

  @Override
  public ObjectStore store() {
    return store;
  }

  @Override
  public ObjectLocation root() {
    return root;
  }

  @Override
  public Set<Deviation> deviations() {
    return Set.of(
        Deviation.SORTS_BY_UTF16,
        Deviation.KEYS_ARE_PATHS,
        Deviation.OBJECT_IS_NO_FOLDER,
        Deviation.NO_CONTROL_CHARACTERS);
  }
}
