package dev.shardline.conformance.storage;

import dev.shardline.embedded.ExternalS3;
import dev.shardline.storage.ObjectLocation;
import dev.shardline.storage.ObjectStore;
import dev.shardline.storage.s3.S3Store;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.assertj.core.api.Assumptions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/// Any S3 server that the system properties name: `shardline.s3.endpoint`, `shardline.s3.key`,
/// `shardline.s3.secret` and, if it is known to differ from S3, `shardline.s3.deviations` (names of
/// [Deviation], separated by commas). The bucket is made and left to the server.
class ExternalS3ContractTest extends ObjectStoreContract {
  private static final String BUCKET = "shardline-contract-" + UUID.randomUUID();

  private static Optional<S3Store> store = Optional.empty();

  private final ObjectLocation root = S3Place.in(BUCKET);

  @BeforeAll
  static void connect() {
    Optional<ExternalS3> server = ExternalS3.given();
    Assumptions.assumeThat(server)
        .as("skipped: no S3 server given (-Dshardline.s3.endpoint=http://...)")
        .isPresent();
    server.orElseThrow().createBucket(BUCKET);
    store = Optional.of(new S3Store(server.orElseThrow().settings()));
  }

  @AfterAll
  static void disconnect() {
    store.ifPresent(S3Store::close);
  }

  @Override
  public ObjectStore store() {
    return store.orElseThrow();
  }

  @Override
  public ObjectLocation root() {
    return root;
  }

  @Override
  public Set<Deviation> deviations() {
    String names = System.getProperty("shardline.s3.deviations", "");
    return Arrays.stream(names.split(","))
        .filter(name -> !name.isBlank())
        .map(name -> Deviation.valueOf(name.strip()))
        .collect(Collectors.toUnmodifiableSet());
  }
}
