package dev.shardline.column;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardline.storage.ObjectLocation;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class TextOrderPropertyTest {
  @Provide
  Arbitrary<List<String>> texts() {
    Arbitrary<String> text =
        Arbitraries.strings().withChars('a', 'b', '/', '\0', 'ü', '\uFFFD').ofMaxLength(14);
    Arbitrary<String> longer = text.map(t -> "shared/prefix/" + t);
    return Arbitraries.oneOf(text, longer).list().ofMaxSize(400);
  }

  @Property(tries = 150)
  void rowsAreSortedByTheirBytesAndEqualOnesKeepTheirOrder(@ForAll("texts") List<String> texts) {
    TextColumn column = new TextColumn();
    texts.forEach(column::add);
    int[] order = TextOrder.of(column);
    List<Integer> expected =
        IntStream.range(0, texts.size())
            .boxed()
            .sorted((a, b) -> ObjectLocation.KEY_ORDER.compare(texts.get(a), texts.get(b)))
            .toList();
    assertThat(Arrays.stream(order).boxed().toList()).isEqualTo(expected);
  }

  @Property(tries = 100)
  void aTextIsFoundWhereItIsAndElseWhereItBelongs(@ForAll("texts") List<String> texts) {
    TextColumn column = new TextColumn();
    List<String> sorted = texts.stream().distinct().sorted(ObjectLocation.KEY_ORDER).toList();
    sorted.forEach(column::add);
    for (int i = 0; i < sorted.size(); i++) {
      assertThat(TextOrder.find(column, sorted.get(i).getBytes(StandardCharsets.UTF_8)))
          .isEqualTo(i);
    }
    int place = -1 - TextOrder.find(column, "zz".getBytes(StandardCharsets.UTF_8));
    assertThat(place)
        .isEqualTo(
            (int)
                sorted.stream().filter(t -> ObjectLocation.KEY_ORDER.compare(t, "zz") < 0).count());
  }

  @Property(tries = 100)
  void aDictionaryNumbersEveryTextOnce(@ForAll("texts") List<String> texts) {
    TextDictionary dictionary = new TextDictionary();
    List<Integer> codes = texts.stream().map(dictionary::add).toList();
    for (int i = 0; i < texts.size(); i++) {
      assertThat(dictionary.text(codes.get(i))).isEqualTo(texts.get(i));
      assertThat(dictionary.find(texts.get(i))).isEqualTo(codes.get(i));
    }
    assertThat(dictionary.size()).isEqualTo((int) texts.stream().distinct().count());
    assertThat(dictionary.find("not there")).isEqualTo(TextDictionary.ABSENT);
  }

  @Property(tries = 200)
  void tagsComeOutAsTheyWentIn(@ForAll List<String> tags) {
    EtagColumn column = new EtagColumn();
    List<String> all =
        new ArrayList<>(
            tags.stream()
                .map(t -> new String(t.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
                .toList());
    all.addAll(List.of("", "d41d8cd98f00b204e9800998ecf8427e", "abc", "AB", "1f-2", "00"));
    all.forEach(column::add);
    for (int i = 0; i < all.size(); i++) {
      assertThat(column.text(i)).isEqualTo(all.get(i));
    }
  }
}
