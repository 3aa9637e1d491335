package dev.shardline.conformance.storage;

import dev.shardline.faults.FaultPlan;
import dev.shardline.faults.FaultyS3;
import dev.shardline.storage.ObjectLocation;
import dev.shardline.storage.ObjectStore;
import dev.shardline.storage.s3.S3Store;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/// The server of the fault tests, without faults: it orders keys as S3 does and takes any key.
class FaultlessS3ContractTest extends ObjectStoreContract {
  private static FaultyS3 server;
  private static S3Store store;

  private final ObjectLocation root = S3Place.in("contract");

  @BeforeAll
  static void start() throws IOException {
    server = FaultyS3.start(FaultPlan.NONE).withBucket("contract");
    store = new S3Store(server.settings());
  }

  @AfterAll
  static void stop() throws IOException {
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
}
