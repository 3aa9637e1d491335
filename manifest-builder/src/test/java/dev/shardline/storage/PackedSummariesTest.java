package dev.shardline.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shardline.column.EtagColumn;
import dev.shardline.column.TextColumn;
import java.util.List;
import org.junit.jupiter.api.Test;

class PackedSummariesTest {
  private static final ObjectLocation PLACE = ObjectLocation.parse("s3://bucket/a/");

  private static ObjectSummary object(String key, long bytes, String etag) {
    return new ObjectSummary(
        new ObjectLocation("s3", "bucket", key), bytes, new ObjectVersion(etag, ""));
  }

  private static PackedSummaries packed(List<ObjectSummary> objects) {
    TextColumn keys = new TextColumn();
    EtagColumn etags = new EtagColumn();
    for (ObjectSummary object : objects) {
      keys.add(object.location().key());
      etags.add(object.version().etag());
    }
    long[] sizes = objects.stream().mapToLong(ObjectSummary::bytes).toArray();
    return new PackedSummaries(PLACE, keys, etags, sizes);
  }

  private static PackedSummaries keys(String... keys) {
    return packed(List.of(keys).stream().map(key -> object(key, 1, "")).toList());
  }

  @Test
  void everyObjectComesOutAsItWentIn() {
    List<ObjectSummary> objects =
        List.of(
            object("a//b c", 0, ""),
            object("a/\uD83D\uDE00", 5L << 40, "0af3"),
            object("a/z".repeat(300), 7, "not hexadecimal-2"));
    PackedSummaries packed = packed(objects);
    assertThat(packed).isEqualTo(objects).hasSameHashCodeAs(objects);
    assertThat(packed.bytes()).isEqualTo((5L << 40) + 7);
    assertThat(new ObjectPage(packed, List.of(), false).objects()).isSameAs(packed);
  }

  @Test
  void aRangeIsTheSameObjectsFromItsStart() {
    PackedSummaries middle = (PackedSummaries) keys("a", "b", "c", "d").subList(1, 4);
    assertThat(middle.subList(0, 2)).isEqualTo(keys("b", "c"));
    assertThat(middle.bytes()).isEqualTo(3);
    assertThat(middle.getLast()).isEqualTo(object("d", 1, ""));
    assertThatThrownBy(() -> middle.get(3)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> middle.subList(0, 4)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void keysAscendInTheOrderOfTheirBytes() {
    PackedSummaries privateUseBeforeEmoji = keys("a\uF8FF", "a\uD83D\uDE00");
    assertThat(privateUseBeforeEmoji.ascendAfter("a")).isTrue();
    assertThat(privateUseBeforeEmoji.ascendAfter("a\uF8FF")).isFalse();
    assertThat(keys("a\uD83D\uDE00", "a\uF8FF").ascendAfter("")).isFalse();
    assertThat(keys("b", "b").ascendAfter("a")).isFalse();
    assertThat(keys().ascendAfter("a")).isTrue();
  }
}
