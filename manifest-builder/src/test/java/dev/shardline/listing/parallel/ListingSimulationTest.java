package dev.shardline.listing.parallel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardline.storage.Content;
import dev.shardline.storage.ObjectLocation;
import dev.shardline.storage.memory.MemoryStore;
import java.io.IOException;
import java.util.function.IntFunction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ListingSimulationTest {
  private static final int PAGES = 100;
  private static final int REQUESTS_AT_ONCE = 8;
  private static final ObjectLocation PREFIX = new ObjectLocation("memory", "bucket", "data/");
  private static final Content CONTENT = Content.ofText("12345");

  private final MemoryStore store = new MemoryStore();

  /// Keys that lie evenly, once it is seen how they are made.
  enum Shape {
    NUMBERS("recording-%d.edf"::formatted),
    SESSIONS(i -> "sub-%05d/ses-%d/slice_%03d.png".formatted(i / 400, i / 200 % 2, i % 200)),
    RUNS(i ->
        "sub-%04d/func/sub-%04d_task-rest_run-%02d_bold.nii".formatted(i / 20, i / 20, i % 20));

    @SuppressWarnings("ImmutableEnumChecker") // the functions keep nothing
    private final IntFunction<String> key;

    Shape(IntFunction<String> key) {
      this.key = key;
    }
  }

  @ParameterizedTest
  @EnumSource(Shape.class)
  void evenKeysAreAskedForInLittleMoreThanTheirPages(Shape shape) throws IOException {
    fill(shape.key);

    assertThat(requests()).isLessThan(PAGES * 5 / 4);
  }

  private int requests() throws IOException {
    return ListingSimulation.of(store, PREFIX, REQUESTS_AT_ONCE, 7).requests();
  }

  private void fill(IntFunction<String> key) throws IOException {
    for (int i = 0; i < PAGES * 1000; i++) {
      store.write(new ObjectLocation("memory", "bucket", "data/" + key.apply(i)), CONTENT);
    }
  }
}
