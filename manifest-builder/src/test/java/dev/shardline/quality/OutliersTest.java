package dev.shardline.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OutliersTest {
  private static double[] with(double... odd) {
    double[] numbers = IntStream.range(0, 50).mapToDouble(i -> 100 + i % 5).toArray();
    System.arraycopy(odd, 0, numbers, 7, odd.length);
    return numbers;
  }

  @Test
  void numbersFarFromAllOthersAreFound() {
    Outliers outliers = Outliers.of(with(5000, 101, -4000));
    assertThat(outliers.places()).containsExactly(7, 9);
    assertThat(outliers.usual()).isEqualTo("102");
  }

  @Test
  void whatIsOnlyTheLargestIsNone() {
    assertThat(Outliers.of(with(110)).places()).isEmpty();
  }

  @Test
  void whatIsNotRareIsNone() {
    assertThat(Outliers.of(with(900, 901, 902)).places()).isEmpty();
    assertThat(Outliers.of(with(900, 901)).places()).containsExactly(7, 8);
  }

  @Test
  void fewNumbersAndEqualNumbersHaveNone() {
    assertThat(Outliers.of(new double[] {1, 1, 1000}).places()).isEmpty();
    double[] equal = new double[40];
    equal[3] = 1e9;
    assertThat(Outliers.of(equal).places()).isEmpty();
  }
}
