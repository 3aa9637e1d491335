package dev.shardline.conformance.signal;

import static dev.shardline.conformance.signal.SignalReferences.assertClose;
import static dev.shardline.conformance.signal.SignalReferences.rows;

import dev.shardline.signal.clean.Reference;
import dev.shardline.signal.scale.Scaler;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScaleConformanceTest {
  @ParameterizedTest
  @ValueSource(strings = {"eegmmidb_S001R01", "ssvep_s12", "wfdb_100"})
  void scaledSignalsAreNumpys(String recording) {
    assertScaled(recording, "zscore", new Scaler.ZScore());
    assertScaled(recording, "robust_scaled", new Scaler.Robust());
  }

  @ParameterizedTest
  @ValueSource(strings = {"eegmmidb_S001R01", "ssvep_s12", "wfdb_100"})
  void commonAverageReferenceIsNumpys(String recording) {
    double[][] expected = rows(recording + "__car");
    int[] all = {0, 1};
    double[][] referenced = new Reference(all, all).apply(rows(recording + "__raw_first"));
    for (int channel = 0; channel < expected.length; channel++) {
      assertClose(referenced[channel], expected[channel], 1e-12, 1e-12);
    }
  }

  private static void assertScaled(String recording, String reference, Scaler scaler) {
    double[][] inputs = rows(recording + "__raw_first");
    double[][] expected = rows(recording + "__" + reference);
    for (int channel = 0; channel < inputs.length; channel++) {
      scaler.apply(inputs[channel], 0, inputs[channel].length);
      assertClose(inputs[channel], expected[channel], 1e-9, 1e-12);
    }
  }
}
