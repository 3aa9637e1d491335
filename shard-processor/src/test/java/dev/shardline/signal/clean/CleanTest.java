package dev.shardline.signal.clean;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.shardline.signal.SignalPattern;
import dev.shardline.signal.clean.AmplitudeLimits.Verdict;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CleanTest {
  @Test
  void aReferenceIsSubtractedFromItsTargetsOnly() {
    double[][] rows = {{1, 2}, {3, 4}, {10, 10}};
    double[][] referenced = new Reference(new int[] {0, 1}, new int[] {0, 2}).apply(rows);
    assertThat(referenced[0]).containsExactly(-1, -1);
    assertThat(referenced[1]).isSameAs(rows[1]);
    assertThat(referenced[2]).containsExactly(8, 7);
    assertThat(rows[0]).containsExactly(1, 2);
  }

  @Test
  void noReferenceIsRefused() {
    assertThatThrownBy(() -> new Reference(new int[0], new int[] {0}))
        .hasMessageContaining("at least one signal channel");
  }

  @Test
  void amplitudesAreJudged() {
    AmplitudeLimits limits = new AmplitudeLimits(100, 1);
    double[] signal = {0, 50, 50, 50.5, -60, 60, Double.NaN};
    assertThat(limits.judge(signal, 0, 2)).isEqualTo(Verdict.ACCEPTED);
    assertThat(limits.judge(signal, 1, 4)).isEqualTo(Verdict.FLAT);
    assertThat(limits.judge(signal, 3, 6)).isEqualTo(Verdict.PEAK_TO_PEAK);
    assertThat(limits.judge(signal, 5, 7)).isEqualTo(Verdict.NOT_FINITE);
    assertThatThrownBy(() -> new AmplitudeLimits(1, 2)).hasMessageContaining("flat < reject");
  }

  @Test
  void anEpochWithAnotherCovarianceIsFound() {
    Random random = new Random(1);
    double[][] rows = new double[3][40 * 100];
    for (double[] row : rows) {
      for (int i = 0; i < row.length; i++) {
        row[i] = random.nextGaussian() * (i / 100 == 17 ? 6 : 1);
      }
    }
    int[] starts = IntStream.range(0, 40).map(e -> e * 100).toArray();
    boolean[] accepted = new CovarianceDistance(4, 0).accepted(rows, starts, 100);
    assertThat(IntStream.range(0, 40).filter(e -> !accepted[e])).containsExactly(17);
  }

  @Test
  void aReferencedRecordingNeedsShrinkageOnly() {
    double[][] walks = {SignalPattern.walk(1000, 1), SignalPattern.walk(1000, 2)};
    int[] all = {0, 1};
    double[][] rows = new Reference(all, all).apply(walks);
    boolean[] accepted =
        new CovarianceDistance(3, 0.01).accepted(rows, new int[] {0, 250, 500, 750}, 250);
    assertThat(accepted).containsOnly(true);
  }

  @Test
  void functionsOfAMatrixActOnItsEigenvalues() {
    SymmetricMatrix matrix = new SymmetricMatrix(2, new double[] {2, 1, 1, 2});
    SymmetricMatrix squared = matrix.map(value -> value * value);
    assertThat(squared.at(0, 0)).isCloseTo(5, within(1e-14));
    assertThat(squared.at(0, 1)).isCloseTo(4, within(1e-14));
    assertThat(matrix.trace()).isEqualTo(4);
  }
}
