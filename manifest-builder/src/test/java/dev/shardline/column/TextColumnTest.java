package dev.shardline.column;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TextColumnTest {
  private static final int MORE_THAN_A_BLOCK = (1 << 16) + 5000;

  private static TextColumn column(IntFunction<String> text) {
    TextColumn column = new TextColumn();
    IntStream.range(0, MORE_THAN_A_BLOCK).mapToObj(text).forEach(column::add);
    column.trim();
    return column;
  }

  private static List<String> texts(TextColumn column) {
    List<String> texts = new ArrayList<>();
    for (int row = 0; row < column.size(); row++) {
      texts.add(column.text(row));
    }
    return texts;
  }

  private static void assertKept(IntFunction<String> text) {
    assertThat(texts(column(text)))
        .isEqualTo(IntStream.range(0, MORE_THAN_A_BLOCK).mapToObj(text).toList());
  }

  @Test
  void textsComeOutAsTheyWentIn() {
    assertKept(row -> row % 3 == 0 ? "" : "row " + row);
  }

  @Test
  void aColumnOfEmptyTextsHasThemAll() {
    assertKept(_ -> "");
  }

  @Test
  void aTextMayFollowManyEmptyOnes() {
    assertKept(row -> row == 40_000 || row == MORE_THAN_A_BLOCK - 1 ? "ä text" : "");
  }

  @Test
  void textsOfOneLengthMayEndAnywhere() {
    assertKept("%05d"::formatted);
    assertKept(row -> row < 70_000 ? "%05d".formatted(row) : "row " + row);
    assertKept(row -> row == 65_537 ? "" : "%05d".formatted(row));
  }

  @Test
  void equalTextsInARowHaveOneNumber() {
    TextDictionary dictionary = new TextDictionary();
    assertThat(
            IntStream.of(dictionary.add("a"), dictionary.add("a"), dictionary.add("b"))
                .boxed()
                .toList())
        .containsExactly(0, 0, 1);
    assertThat(dictionary.add("a")).isZero();
    assertThat(dictionary.size()).isEqualTo(2);
  }

  @Test
  void ascendingMeansSortedAndWithoutRepeats() {
    assertThat(TextOrder.ascends(column(row -> "%06d".formatted(row)))).isTrue();
    assertThat(TextOrder.ascends(column(row -> "%06d".formatted(row / 2)))).isFalse();
    assertThat(TextOrder.ascends(column(row -> "%06d".formatted(-row & 0xFFFFF)))).isFalse();
  }
}
