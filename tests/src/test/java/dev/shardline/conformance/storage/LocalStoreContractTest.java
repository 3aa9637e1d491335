package dev.shardline.conformance.storage;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shardline.storage.Content;
import dev.shardline.storage.ListRequest;
import dev.shardline.storage.ObjectLocation;
import dev.shardline.storage.ObjectStore;
import dev.shardline.storage.local.LocalStore;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalStoreContractTest extends ObjectStoreContract {
  @TempDir private Path folder;
  private final LocalStore store = new LocalStore();

  @Override
  public ObjectStore store() {
    return store;
  }

  @Override
  public ObjectLocation root() {
    return ObjectLocation.ofPath(folder).asDirectory();
  }

  @Override
  public Set<Deviation> deviations() {
    return Set.of(Deviation.KEYS_ARE_PATHS, Deviation.OBJECT_IS_NO_FOLDER);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a//b", "a/", "/a", "a/../b", "./a", "nul\0"})
  void keyThatIsNoPathIsRefusedByName(String key) {
    assertThatThrownBy(() -> store.publish(at(key), Content.ofText("")))
        .isInstanceOf(FileSystemException.class)
        .hasMessageContaining(at(key).toString())
        .hasMessageContaining("no file can have this name");
    assertThatThrownBy(() -> store.head(at(key))).isInstanceOf(FileSystemException.class);
    assertThatThrownBy(() -> store.read(at(key))).isInstanceOf(FileSystemException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a//", "../"})
  void prefixThatIsNoPathIsRefusedByName(String prefix) {
    assertThatThrownBy(() -> store.list(ListRequest.everythingUnder(at(prefix))))
        .isInstanceOf(FileSystemException.class);
  }
}
