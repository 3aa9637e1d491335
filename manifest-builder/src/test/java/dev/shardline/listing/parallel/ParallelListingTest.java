package dev.shardline.listing.parallel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shardline.storage.Content;
import dev.shardline.storage.ObjectLocation;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.AccessDeniedException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ParallelListingTest {
  private static final Content CONTENT = Content.ofText("12345");

  private final SlowStore store = new SlowStore(Duration.ofMillis(1));

  /// How keys look in buckets.
  enum Shape {
    PADDED_NUMBERS(i -> "image-%08d.jpg".formatted(i)),
    PLAIN_NUMBERS(i -> "image-" + i + ".jpg"),
    RANDOM_IDS(i -> new UUID(new Random(i).nextLong(), i).toString()),
    CLASSES(i -> List.of("glioma", "no tumor", "pituitary").get(i % 3) + "/" + i / 3 + ".png"),
    SUBJECTS(i -> "sub-%03d/slice_%02d.png".formatted(i / 40, i % 40)),
    DEEP(i -> "a/%d/b/%d/c/%d/d".formatted(i % 3, i % 7, i)),
    ONE_BIG_AMONG_SMALL(i -> i % 50 == 0 ? "s" + i + "/x" : "m/" + i),
    ODD(i -> "/".repeat(i % 3) + "ключ \uD83E\uDDE0" + Integer.toString(i, 36) + "/".repeat(i % 2)),
    FULL_WIDTH_AND_EMOJI(i -> Character.toString(i % 2 == 0 ? 0xFF10 + i % 90 : 0x1F600) + i);

    @SuppressWarnings("ImmutableEnumChecker") // the functions keep nothing
    private final IntFunction<String> key;

    Shape(IntFunction<String> key) {
      this.key = key;
    }
  }

  @ParameterizedTest
  @EnumSource(Shape.class)
  void everyKeyIsDeliveredOnceInOrder(Shape shape) throws IOException {
    SortedSet<ObjectLocation> expected = fill("data/", shape.key, 12_345);
    fill("dat", i -> "before" + i, 10);
    fill("data0", i -> "after" + i, 10);

    for (int requestsAtOnce : new int[] {1, 3, 64}) {
      assertThat(list(requestsAtOnce, "data/")).containsExactlyElementsOf(expected);
    }
  }

  @ParameterizedTest
  @EnumSource(Shape.class)
  void guessesCostFewRequests(Shape shape) throws IOException {
    fill("data/", shape.key, 40_000);

    assertThat(list(16, "data/")).hasSize(40_000);

    assertThat(store.listings()).isLessThan(4 * 40 + 100);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 999, 1000, 1001})
  void smallPlacesAreListedWhole(int count) throws IOException {
    SortedSet<ObjectLocation> expected = fill("data/", i -> "k" + i, count);

    assertThat(list(8, "data/")).containsExactlyElementsOf(expected);
  }

  @Test
  void overlappingPrefixesGiveEachObjectOnce() throws IOException {
    SortedSet<ObjectLocation> expected = fill("a", i -> "/" + i, 2_000);
    expected.addAll(fill("b/", i -> "x" + i, 1_500));
    fill("c/", i -> "not asked for" + i, 10);

    assertThat(list(5, "b/", "a/1", "a", "a/", "b/x7", "nothing/"))
        .containsExactlyElementsOf(expected);
  }

  @Test
  void manyPrefixesAreListedInTheOrderOfTheirKeys() throws IOException {
    SortedSet<ObjectLocation> expected = new TreeSet<>();
    List<String> prefixes = new ArrayList<>();
    for (int p = 0; p < 300; p++) {
      prefixes.add("p" + p + "/");
      expected.addAll(fill("p" + p + "/", i -> "k" + i, p % 7));
    }

    assertThat(list(16, prefixes.reversed().toArray(String[]::new)))
        .containsExactlyElementsOf(expected);
  }

  @Test
  void keysInRandomTreesAreAllFound() throws IOException {
    for (int seed = 0; seed < 5; seed++) {
      Random random = new Random(seed);
      String prefix = "tree" + seed + "/";
      SortedSet<ObjectLocation> expected = fill(prefix, _ -> randomKey(random), 8_000);

      assertThat(list(32, prefix)).containsExactlyElementsOf(expected);
    }
  }

  private static String randomKey(Random random) {
    StringBuilder key = new StringBuilder();
    for (int depth = random.nextInt(4); depth >= 0; depth--) {
      key.append("Az\u00e9~-".charAt(random.nextInt(5)));
      key.append((int) Math.abs(random.nextGaussian() * 100)).append('/');
    }
    return key.append(random.nextInt(3)).toString();
  }

  @Test
  void progressTellsWhatWasDelivered() throws IOException {
    fill("data/", i -> "k" + i, 5_000);
    List<ListingStatus> told = new ArrayList<>();

    new ParallelListing(_ -> store, 4, told::add).list(List.of(at("data/")), _ -> {});

    assertThat(told).isSortedAccordingTo((a, b) -> Long.compare(a.objects(), b.objects()));
    assertThat(told.getLast().objects()).isEqualTo(5_000);
    assertThat(told.getLast().bytes()).isEqualTo(25_000);
    assertThat(told.getLast().requests()).isBetween(5L, (long) store.listings());
  }

  @Test
  void rateIsObjectsPerSecond() {
    assertThat(new ListingStatus(500, 0, 1, Duration.ofMillis(250)).objectsPerSecond())
        .isEqualTo(2_000);
    assertThat(new ListingStatus(0, 0, 0, Duration.ZERO).objectsPerSecond()).isZero();
  }

  @Test
  void everyForbiddenPrefixIsNamed() throws IOException {
    for (String prefix : List.of("a/", "b/", "c/")) {
      fill(prefix, i -> "k" + i, 10);
    }
    store.forbid("a/");
    store.forbid("c/");

    assertThatThrownBy(() -> list(8, "a/", "b/", "c/"))
        .isInstanceOf(AccessDeniedException.class)
        .hasMessageContaining("memory://bucket/a/")
        .hasMessageContaining("memory://bucket/c/");
  }

  @Test
  void foldersThatMayNotBeAskedAboutAreListedWithTheRest() throws IOException {
    SortedSet<ObjectLocation> all = fill("data/", i -> "f" + i % 3 + "/k" + i, 5_000);
    store.forbid("data/f1/");

    assertThat(list(8, "data/")).containsExactlyElementsOf(all);
  }

  @Test
  void failureOfTheConsumerEndsTheListing() throws IOException {
    fill("data/", i -> "k" + i, 20_000);
    ParallelListing listing = new ParallelListing(_ -> store, 8, ListingProgress.NONE);

    assertThatThrownBy(() ->
            listing.list(
                List.of(at("data/")),
                _ -> {
                  throw new IOException("disk full");
                }))
        .isInstanceOf(IOException.class)
        .hasMessage("disk full");
  }

  @Test
  void interruptedListingSaysSo() throws IOException {
    fill("data/", i -> "k" + i, 5_000);

    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> list(4, "data/")).isInstanceOf(InterruptedIOException.class);
    assertThat(Thread.interrupted()).isTrue();
  }

  private List<ObjectLocation> list(int requestsAtOnce, String... prefixes) throws IOException {
    List<ObjectLocation> found = new ArrayList<>();
    new ParallelListing(_ -> store, requestsAtOnce, ListingProgress.NONE)
        .list(
            List.of(prefixes).stream().map(ParallelListingTest::at).toList(),
            page -> page.forEach(object -> found.add(object.location())));
    return found;
  }

  private SortedSet<ObjectLocation> fill(String prefix, IntFunction<String> key, int count)
      throws IOException {
    SortedSet<ObjectLocation> locations = new TreeSet<>();
    for (int i = 0; i < count; i++) {
      locations.add(at(prefix + key.apply(i)));
    }
    for (ObjectLocation location : locations) {
      store.write(location, CONTENT);
    }
    return locations;
  }

  private static ObjectLocation at(String key) {
    return new ObjectLocation("memory", "bucket", key);
  }
}
