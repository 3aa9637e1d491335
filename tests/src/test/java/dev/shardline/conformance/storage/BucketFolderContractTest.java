package dev.shardline.conformance.storage;

import dev.shardline.storage.ObjectLocation;
import dev.shardline.storage.ObjectStore;
import dev.shardline.storage.local.BucketFolder;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;

class BucketFolderContractTest extends ObjectStoreContract {
  @TempDir private Path folder;

  @Override
  public ObjectStore store() {
    return new BucketFolder(folder);
  }

  @Override
  public ObjectLocation root() {
    return ObjectLocation.parse("s3://bucket/place/");
  }

  @Override
  public Set<Deviation> deviations() {
    return Set.of(Deviation.KEYS_ARE_PATHS, Deviation.OBJECT_IS_NO_FOLDER);
  }
}
