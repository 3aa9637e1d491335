package dev.shardline.signal.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shardline.signal.Annotation;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class DenseLabelsTest {
  private static final LabelMap STAGES =
      LabelMap.of(
          new TreeMap<>(Map.of("Sleep stage W", "wake", "Sleep stage 1", "n1", "N1", "n1")),
          List.of("wake", "n1"));

  private static int[] labels(double epoch, double coverage, Annotation... annotations) {
    return new DenseLabels(STAGES, epoch, coverage).of(List.of(annotations), 100);
  }

  @Test
  void eachEpochHasTheClassThatCoversMostOfIt() {
    assertThat(
            labels(
                30,
                0.5,
                new Annotation(0, 40, "Sleep stage W"),
                new Annotation(40, 50, "Sleep stage 1")))
        .containsExactly(0, 1, 1);
  }

  @Test
  void spansOfOneClassAddUpWhateverTheirTextsAndOrder() {
    assertThat(
            labels(100, 0.9, new Annotation(50, 50, "N1"), new Annotation(0, 45, "Sleep stage 1")))
        .containsExactly(1);
  }

  @Test
  void whatTwoSpansOfOneClassCoverBothCountsOnce() {
    Annotation wake = new Annotation(0, 60, "Sleep stage W");
    Annotation again = new Annotation(30, 10, "N1");

    assertThat(labels(100, 0.5, wake, again, again, new Annotation(25, 40, "Sleep stage 1")))
        .containsExactly(0);
    assertThat(labels(100, 0.5, again, again, again)).containsExactly(-1);
  }

  @Test
  void epochsOfWhichTooLittleIsSaidHaveNoLabel() {
    assertThat(labels(50, 0.5, new Annotation(0, 20, "N1"), new Annotation(60, 1, "arousal")))
        .containsExactly(-1, -1);
    assertThat(labels(50, 0, new Annotation(-10, 20, "N1"))).containsExactly(1, -1);
  }

  @Test
  void ofTwoThatCoverTheSameTheEarlierListedWins() {
    assertThat(
            labels(100, 0.5, new Annotation(0, 50, "N1"), new Annotation(50, 50, "Sleep stage W")))
        .containsExactly(0);
  }

  @Property(tries = 200)
  void spansCutAnywhereGiveTheSameLabelsAsWhole(
      @ForAll @IntRange(min = 1, max = 99) int cut,
      @ForAll @IntRange(min = 1, max = 40) int epoch) {
    assertThat(
            labels(epoch, 0.5, new Annotation(0, cut, "N1"), new Annotation(cut, 100 - cut, "N1")))
        .isEqualTo(labels(epoch, 0.5, new Annotation(0, 100, "N1")))
        .containsOnly(1);
  }

  @Test
  void textsThatAreNotMappedAreReportedButForBadStretches() {
    assertThat(
            STAGES.unmapped(
                List.of(
                    new Annotation(0, 1, "N1"),
                    new Annotation(0, 1, "movement"),
                    new Annotation(0, 1, "bad electrode"),
                    new Annotation(0, 1, "arousal"),
                    new Annotation(3, 1, "arousal")),
                ExcludedSpans.of(ExcludedSpans.CUSTOMARY)))
        .containsExactly("arousal", "movement");
  }

  @Test
  void classesAreNumberedAsListedOrSorted() {
    assertThat(LabelMap.of(new TreeMap<>(Map.of("a", "z", "b", "y")), List.of()).classes())
        .containsExactly("y", "z");
    assertThatThrownBy(() -> LabelMap.of(new TreeMap<>(Map.of("a", "z")), List.of("y")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("The class \"z\" is not among the classes [y]");
  }

  @Test
  void recordingShorterThanAnEpochIsRefused() {
    assertThatThrownBy(() -> labels(101, 0.5)).isInstanceOf(IllegalArgumentException.class);
  }
}
