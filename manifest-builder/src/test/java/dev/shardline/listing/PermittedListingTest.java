package dev.shardline.listing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardline.storage.Content;
import dev.shardline.storage.ListRequest.Depth;
import dev.shardline.storage.ObjectLocation;
import dev.shardline.storage.ObjectSummary;
import dev.shardline.storage.PermissionDeniedException;
import dev.shardline.storage.memory.MemoryStore;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PermittedListingTest {
  private final MemoryStore store = new MemoryStore();
  private final List<ObjectLocation> denied = new ArrayList<>();
  private final List<String> found = new ArrayList<>();

  @BeforeEach
  void fill() throws IOException {
    for (String key : List.of("a/1", "b/c/1", "b/c/2", "b/d/1", "b/e", "z")) {
      store.write(at(key), Content.ofText("x"));
    }
  }

  private static ObjectLocation at(String key) {
    return new ObjectLocation("memory", "bucket", "data/" + key);
  }

  /// Lists what a policy permits that denies these prefixes, but for looking into them.
  private void list(List<String> closed) throws IOException {
    PrefixLister lister =
        (prefix, pages) -> {
          requirePermitted(prefix, closed, Depth.RECURSIVE);
          new SequentialListing(_ -> store).list(prefix, pages);
        };
    new PermittedListing(_ -> store, lister, denied::add).list(at(""), this::take);
  }

  private static void requirePermitted(ObjectLocation prefix, List<String> closed, Depth depth)
      throws PermissionDeniedException {
    if (closed.contains(prefix.key())) {
      throw new PermissionDeniedException(prefix, "closed to " + depth);
    }
  }

  private void take(List<ObjectSummary> objects) {
    objects.forEach(object -> found.add(object.location().key()));
  }

  @Test
  void foldersOfAPrefixThatIsClosedAsAWholeAreListedOneByOne() throws IOException {
    list(List.of("data/", "data/b/"));
    assertThat(found)
        .containsExactlyInAnyOrder(
            "data/a/1", "data/b/c/1", "data/b/c/2", "data/b/d/1", "data/b/e", "data/z");
    assertThat(denied).isEmpty();
  }

  @Test
  void nothingIsGivenTwiceThoughAListingEndsInTheMiddle() throws IOException {
    PrefixLister lister =
        (prefix, pages) -> {
          if (prefix.equals(at(""))) {
            pages.accept(List.of(store.head(at("a/1")).orElseThrow()));
            pages.accept(List.of(store.head(at("b/c/1")).orElseThrow()));
            throw new PermissionDeniedException(at("b/d/"), "closed");
          }
          new SequentialListing(_ -> store).list(prefix, pages);
        };
    new PermittedListing(_ -> store, lister, denied::add).list(at(""), this::take);
    assertThat(found)
        .containsExactlyInAnyOrder(
            "data/a/1", "data/b/c/1", "data/b/c/2", "data/b/d/1", "data/b/e", "data/z");
  }
}
