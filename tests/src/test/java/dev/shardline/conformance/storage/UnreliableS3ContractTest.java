package dev.shardline.conformance.storage;

import dev.shardline.faults.Fault;
import dev.shardline.faults.FaultPlan;
import dev.shardline.faults.FaultyS3;
import dev.shardline.storage.ObjectLocation;
import dev.shardline.storage.ObjectStore;
import dev.shardline.storage.s3.S3Store;
import java.io.IOException;
import java.util.EnumSet;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/// The whole contract holds while every third request fails.
class UnreliableS3ContractTest extends ObjectStoreContract {
  private static final EnumSet<Fault> FAULTS =
      EnumSet.of(
          Fault.THROTTLED,
          Fault.SERVER_ERROR,
          Fault.FALSE_ERROR,
          Fault.RESET,
          Fault.LOST_ANSWER,
          Fault.TRUNCATED_BODY,
          Fault.SLOW_BODY);

  private static FaultyS3 server;
  private static S3Store store;

  private final ObjectLocation root = S3Place.in("contract");

  @BeforeAll
  static void start() throws IOException {
    server = FaultyS3.start(FaultPlan.seeded(1, 0.33, FAULTS, 3)).withBucket("contract");
    store = new S3Store(server.settings());
  }

  @AfterAll
  static void stop() throws IOException {
    store.close();
    server.close();
    for (Fault fault : FAULTS) {
      Assertions.assertThat(server.count(fault)).as("%s happened", fault).isPositive();
    }
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
