package dev.shardline.duplicates;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardline.grouping.SampleTable;
import dev.shardline.listing.ObjectRoot;
import dev.shardline.listing.ObjectTableBuilder;
import dev.shardline.storage.Content;
import dev.shardline.storage.ObjectLocation;
import dev.shardline.storage.ObjectSummary;
import dev.shardline.storage.memory.MemoryStore;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ByteCopiesTest {
  private static final ObjectLocation ROOT = ObjectLocation.parse("memory://bucket/");

  private final MemoryStore store = new MemoryStore();
  private final ObjectTableBuilder table = new ObjectTableBuilder();
  private final int root = table.addRoot(new ObjectRoot("", ROOT));

  private void put(String key, byte[] bytes, boolean withTag) throws IOException {
    ObjectSummary written = store.write(ROOT.resolve(key), Content.ofBytes(bytes));
    String tag = withTag ? written.version().etag() : "";
    table.add(root, key, bytes.length, tag, "");
  }

  private List<String> links() {
    SampleTable samples = SampleTable.ofSingleObjects(table.build());
    List<String> links = new ArrayList<>();
    new ByteCopies(samples, location -> store, done -> {})
        .find()
        .links()
        .forEach(link -> links.add(samples.id(link.first()) + "=" + samples.id(link.second())));
    return links;
  }

  private static byte[] bytes(int length, int... changed) {
    byte[] bytes = new byte[length];
    Arrays.setAll(new int[length], i -> bytes[i] = (byte) (i * 31));
    Arrays.stream(changed).forEach(place -> bytes[place]++);
    return bytes;
  }

  @Test
  void equalBytesAreFoundByTagsThatAreDigests() throws IOException {
    put("a", bytes(100), true);
    put("b", bytes(100, 5), true);
    put("c", bytes(100), true);
    put("d", bytes(101), true);
    assertThat(links()).containsExactly("a=c");
  }

  @Test
  void withoutTagsTheBytesAreCompared() throws IOException {
    put("a", bytes(50_000), false);
    put("b", bytes(50_000, 10_000), false);
    put("c", bytes(50_000), false);
    put("d", bytes(50_000), false);
    put("e", bytes(50_000, 0), false);
    assertThat(links()).containsExactly("a=c", "a=d");
  }

  @Test
  void aTagThatIsNoDigestIsNotBelieved() throws IOException {
    put("x", bytes(300, 2), false);
    put("y", bytes(300, 2), true);
    assertThat(links()).containsExactly("x=y");
  }

  @Test
  void emptyObjectsAreCopiesOfNothing() throws IOException {
    put("a", new byte[0], true);
    put("b", new byte[0], true);
    assertThat(links()).isEmpty();
  }
}
