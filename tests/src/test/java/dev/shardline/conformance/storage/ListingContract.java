package dev.shardline.conformance.storage;

import static dev.shardline.conformance.storage.Deviation.KEYS_ARE_PATHS;
import static dev.shardline.conformance.storage.Deviation.NO_CONTROL_CHARACTERS;
import static dev.shardline.conformance.storage.Deviation.OBJECT_IS_NO_FOLDER;
import static dev.shardline.conformance.storage.Deviation.SORTS_BY_UTF16;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shardline.storage.ListRequest;
import dev.shardline.storage.ListRequest.Depth;
import dev.shardline.storage.ObjectLocation;
import dev.shardline.storage.ObjectPage;
import dev.shardline.storage.ObjectSummary;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Listing: order, prefixes, pages, folders and odd keys.
interface ListingContract extends StoreUnderTest {
  List<String> TREE =
      List.of("a-b", "a.b", "a/1", "a/2/x", "a/2/y", "a0", "b/1", "b/2", "c", "z", "č/ž");

  @Test
  default void everyObjectIsListedInKeyOrder() throws IOException {
    putAll(TREE.reversed());

    assertThat(keys(store().listAll(root()))).containsExactlyElementsOf(TREE);
  }

  @Test
  default void listingTellsWhatHeadTells() throws IOException {
    put("folder/object", "12345");

    ObjectSummary listed = store().listAll(root()).getFirst();

    assertThat(listed.bytes()).isEqualTo(5);
    assertThat(listed.version().etag())
        .isNotEmpty()
        .isEqualTo(head("folder/object").version().etag());
  }

  @Test
  default void prefixIsLiteral() throws IOException {
    putAll(TREE);

    assertThat(keys(store().listAll(at("a")))).containsExactlyElementsOf(TREE.subList(0, 6));
    assertThat(keys(store().listAll(at("a/")))).containsExactly("a/1", "a/2/x", "a/2/y");
    assertThat(keys(store().listAll(at("a/2/x")))).containsExactly("a/2/x");
    assertThat(keys(store().listAll(at("b/1/")))).isEmpty();
  }

  @Test
  default void nothingIsListedWhereNothingIs() throws IOException {
    ObjectPage page = store().list(ListRequest.everythingUnder(at("nowhere/at/all/")));

    assertThat(page).isEqualTo(new ObjectPage(List.of(), List.of(), false));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5, 11, 1000})
  default void pagesHoldEveryObjectOnce(int limit) throws IOException {
    putAll(TREE);

    assertThat(paged(Depth.RECURSIVE, "", limit)).containsExactlyElementsOf(TREE);
  }

  @Test
  default void listingBeginsAfterAnyKey() throws IOException {
    putAll(TREE);
    TreeSet<String> starts = new TreeSet<>(TREE);
    starts.addAll(List.of("a", "a/", "a/2", "a/2/", "a/2/xx", "a/3", "b", "b/", "zz", "-", "č"));

    for (String start : starts) {
      List<String> expected =
          TREE.stream().filter(key -> ObjectLocation.KEY_ORDER.compare(key, start) > 0).toList();
      ListRequest request = ListRequest.everythingUnder(root()).after(at(start).key());

      assertThat(keys(store().list(request).objects())).as("after %s", start).isEqualTo(expected);
    }
  }

  @Test
  default void startBeforeThePrefixChangesNothing() throws IOException {
    putAll(TREE);
    ListRequest request = ListRequest.everythingUnder(at("b/")).after(at("a0").key());

    assertThat(keys(store().list(request).objects())).containsExactly("b/1", "b/2");
  }

  @Test
  default void shallowListingSumsUpWhatLiesDeeper() throws IOException {
    putAll(TREE);

    ObjectPage top = store().list(new ListRequest(root(), "", Depth.SHALLOW, 1000));
    ObjectPage partial = store().list(new ListRequest(at("a"), "", Depth.SHALLOW, 1000));
    ObjectPage inside = store().list(new ListRequest(at("a/"), "", Depth.SHALLOW, 1000));

    assertThat(keys(top.objects())).containsExactly("a-b", "a.b", "a0", "c", "z");
    assertThat(top.directories()).containsExactly(at("a/"), at("b/"), at("č/"));
    assertThat(keys(partial.objects())).containsExactly("a-b", "a.b", "a0");
    assertThat(partial.directories()).containsExactly(at("a/"));
    assertThat(keys(inside.objects())).containsExactly("a/1");
    assertThat(inside.directories()).containsExactly(at("a/2/"));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7})
  default void shallowPagesHoldEveryFolderOnce(int limit) throws IOException {
    putAll(TREE);

    assertThat(paged(Depth.SHALLOW, "", limit))
        .containsExactly("a-b", "a.b", "a/", "a0", "b/", "c", "z", "č/");
    assertThat(paged(Depth.SHALLOW, "a/", limit)).containsExactly("a/1", "a/2/");
  }

  @Test
  default void oddKeysAreKeptAsTheyAre() throws IOException {
    List<String> odd =
        List.of(
            " leading and trailing ",
            "!'()*-._~",
            "\"quotes\" and 'quotes'",
            "#frag?query=1&b=2;c",
            "%41%2F%zz",
            "+plus+ =equals",
            "<tag attribute=\"&amp;\">",
            "@:,$^`{|}[]",
            "back\\slash",
            "e\u0301 \u00e9",
            "folder with space/ñandú/脳.png",
            "x".repeat(200) + "/" + "y".repeat(200),
            "\uFFFCspecial",
            "\uD83E\uDDE0brain");
    needsStoreWithout(SORTS_BY_UTF16);

    assertOddKeysWork(odd);
  }

  @Test
  default void emojiAreKeptAsTheyAre() throws IOException {
    assertOddKeysWork(List.of("\uD83E\uDDE0/brain \uD83D\uDE00.png", "脳/\uD83E\uDDE0"));
  }

  @Test
  default void keyOfThousandAndTwentyFourBytesWorks() throws IOException {
    String below = root().key();
    StringBuilder key = new StringBuilder("long");
    while (below.length() + key.length() < 1000) {
      key.append('/').append("k".repeat(Math.min(200, 1024 - below.length() - key.length() - 1)));
    }
    key.append("z".repeat(1024 - below.length() - key.length()));

    assertThat(at(key.toString()).key()).hasSize(1024);
    assertOddKeysWork(List.of(key.toString()));
  }

  @Test
  default void keysThatAreNoPathsWork() throws IOException {
    needsStoreWithout(KEYS_ARE_PATHS);

    assertOddKeysWork(
        List.of("/leading", "a//b", "a/./b", "a/../b", "a/b//", "folder/", "//", "..", "."));
  }

  @Test
  default void objectMayLieBelowAnother() throws IOException {
    needsStoreWithout(OBJECT_IS_NO_FOLDER);

    assertOddKeysWork(List.of("a", "a/b", "a/b/c"));
  }

  @Test
  default void controlCharactersAreKept() throws IOException {
    needsStoreWithout(NO_CONTROL_CHARACTERS);

    assertOddKeysWork(List.of("tab\tnewline\nreturn\r", "bell\u0007", "delete\u007F"));
  }

  @Test
  default void randomKeysAreListedAsASortedSetWould() throws IOException {
    Random random = new Random(7);
    TreeSet<String> expected = new TreeSet<>(ObjectLocation.KEY_ORDER);
    for (int i = 0; i < 60; i++) {
      expected.add(randomPath(random));
    }
    putAll(List.copyOf(expected));

    assertThat(paged(Depth.RECURSIVE, "", 1 + random.nextInt(20)))
        .containsExactlyElementsOf(expected);
  }

  /// Folders are of letters, files of digits, so that no file is also a folder.
  private static String randomPath(Random random) {
    StringBuilder path = new StringBuilder();
    for (int depth = random.nextInt(3); depth > 0; depth--) {
      path.append("-.a".charAt(random.nextInt(3))).append((char) ('a' + random.nextInt(3)));
      path.append('/');
    }
    return path.append(random.nextInt(100)).toString();
  }

  private void assertOddKeysWork(List<String> odd) throws IOException {
    putAll(odd);

    TreeSet<String> expected = new TreeSet<>(ObjectLocation.KEY_ORDER);
    expected.addAll(odd);
    assertThat(keys(store().listAll(root()))).containsExactlyElementsOf(expected);
    assertThat(paged(Depth.RECURSIVE, "", 1)).containsExactlyElementsOf(expected);
    for (String key : odd) {
      assertThat(text(key)).isEqualTo("content of " + key);
      store().delete(at(key));
      assertThat(store().head(at(key))).isEmpty();
    }
    assertThat(store().listAll(root())).isEmpty();
  }

  private void putAll(List<String> keys) throws IOException {
    for (String key : keys) {
      put(key, "content of " + key);
    }
  }

  /// Object and folder keys below the root, page after page, in the order they come.
  private List<String> paged(Depth depth, String prefix, int limit) throws IOException {
    List<String> all = new ArrayList<>();
    Optional<ListRequest> next = Optional.of(new ListRequest(at(prefix), "", depth, limit));
    while (next.isPresent()) {
      ObjectPage page = store().list(next.get());
      assertThat(page.objects().size() + page.directories().size()).isLessThanOrEqualTo(limit);
      TreeSet<String> names = new TreeSet<>(ObjectLocation.KEY_ORDER);
      page.objects().forEach(object -> names.add(belowRoot(object.location())));
      page.directories().forEach(directory -> names.add(belowRoot(directory)));
      all.addAll(names);
      next = page.more() ? next.map(request -> request.after(page.lastKey())) : Optional.empty();
    }
    return all;
  }
}
