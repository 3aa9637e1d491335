package dev.shardline.signal.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SlepianSequencesTest {
  @Test
  void sequencesAndConcentrationsAreScipys() {
    // scipy.signal.windows.dpss(8, 2, 3, return_ratios=True), SciPy 1.10.1
    SlepianSequences sequences = SlepianSequences.of(8, 2, 3);
    assertThat(sequences.sequence(0))
        .startsWith(new double[] {0.04986698658256846, 0.19047207647937744}, within(1e-13))
        .hasSize(8);
    assertThat(sequences.sequence(1))
        .containsExactly(
            new double[] {
              0.17263018791800613, 0.419463375945504, 0.4938487324606203, 0.22441640739222538,
              -0.22441640739222546, -0.4938487324606203, -0.41946337594550404, -0.17263018791800616
            },
            within(1e-13));
    assertThat(sequences.concentrations())
        .containsExactly(
            new double[] {0.999983854528416, 0.9988618643803535, 0.9714518874493439},
            within(1e-13));
  }

  @Test
  void sequencesAreOrthonormal() {
    SlepianSequences sequences = SlepianSequences.of(500, 4, 8);
    for (int a = 0; a < 8; a++) {
      for (int b = 0; b < 8; b++) {
        double product = 0;
        for (int t = 0; t < 500; t++) {
          product += sequences.sequence(a)[t] * sequences.sequence(b)[t];
        }
        assertThat(product).isCloseTo(a == b ? 1 : 0, within(1e-10));
      }
    }
  }

  @Test
  void moreSequencesThanPointsAreRefused() {
    assertThatThrownBy(() -> SlepianSequences.of(8, 2, 9))
        .hasMessageContaining("There are 1..8 Slepian sequences, not 9");
    assertThatThrownBy(() -> SlepianSequences.of(8, 4, 2))
        .hasMessageContaining("half bandwidth of 8 points lies between 0 and 4.0");
  }
}
