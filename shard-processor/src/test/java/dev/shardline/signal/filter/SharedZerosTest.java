package dev.shardline.signal.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.shardline.signal.SignalPattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SharedZerosTest {
  @ParameterizedTest
  @CsvSource({"1, 40, 160", "0.5, 40, 256", "0.1, 100, 1000", "8, 12, 256", "0.5, 100, 201"})
  void theFilterStaysTheSame(double low, double high, double rate) {
    for (int order : new int[] {2, 4}) {
      SecondOrderSections design = Butterworth.design(order, new Band.BandPass(low, high), rate);
      SecondOrderSections shared = SharedZeros.of(design).orElseThrow();
      double[] signal = SignalPattern.walk(2000, order);
      assertThat(new SectionFilter(shared).causal(signal))
          .containsExactly(new SectionFilter(design).causal(signal), within(1e-9));
    }
  }

  @Test
  void theFirstSectionHasTheGain() {
    SecondOrderSections design = Butterworth.design(2, new Band.BandPass(8, 12), 100);
    double[] rows = SharedZeros.of(design).orElseThrow().coefficients();
    assertThat(rows).startsWith(new double[] {design.coefficient(0, 0), 0}).hasSize(12);
    assertThat(rows[2]).isEqualTo(-rows[0]);
    assertThat(rows[6]).isEqualTo(1);
    assertThat(rows[8]).isEqualTo(-1);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4})
  void otherZerosAreNotShared(int order) {
    for (Band band :
        new Band[] {new Band.LowPass(9), new Band.HighPass(9), new Band.BandStop(9, 12)}) {
      assertThat(SharedZeros.of(Butterworth.design(order, band, 100))).isEmpty();
    }
  }

  /// A section would amplify ten thousand times what the next has to take back.
  @Test
  void polesTooNearToAZeroKeepTheirOwn() {
    assertThat(SharedZeros.of(Butterworth.design(4, new Band.BandPass(0.01, 100), 5000))).isEmpty();
    assertThat(SharedZeros.of(Butterworth.design(4, new Band.BandPass(100, 2499.99), 5000)))
        .isEmpty();
  }
}
