package dev.shardline.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shardline.failure.MalformedDataException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ExactSumTest {
  private static ExactSum sum(List<Double> values) {
    return values.stream().reduce(ExactSum.ZERO, ExactSum::plus, ExactSum::plus);
  }

  @Property(tries = 100)
  void theOrderOfWhatIsAddedDoesNotMatter(
      @ForAll @Size(max = 40) List<Double> values, @ForAll Random random)
      throws MalformedDataException {
    List<Double> shuffled = new ArrayList<>(values);
    Collections.shuffle(shuffled, random);
    int half = shuffled.size() / 2;
    ExactSum parts =
        sum(shuffled.subList(half, shuffled.size())).plus(sum(shuffled.subList(0, half)));

    assertThat(parts).hasToString(sum(values).toString());
    assertThat(ExactSum.parse("sum", parts.toString())).isEqualTo(parts);
  }

  @Test
  void nothingIsLost() {
    ExactSum sum = ExactSum.ZERO.plus(1e308).plus(Double.MIN_VALUE).plus(-1e308);

    assertThat(sum.toDouble()).isEqualTo(Double.MIN_VALUE);
  }

  @Test
  void aFormThatWouldNeedEndlessDigitsIsRefused() {
    assertThatThrownBy(() -> ExactSum.parse("sum", "1E+999999999"))
        .isInstanceOf(MalformedDataException.class);
    assertThatThrownBy(() -> ExactSum.parse("sum", "no number"))
        .isInstanceOf(MalformedDataException.class);
  }

  @Test
  void whatIsNotFiniteHasNoSum() {
    assertThatThrownBy(() -> ExactSum.ZERO.plus(Double.NaN))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
