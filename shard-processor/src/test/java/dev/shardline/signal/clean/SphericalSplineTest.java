package dev.shardline.signal.clean;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Against the weights that MNE 1.10.1 gives with `interpolate_bads` for 19 electrodes of the
/// montage biosemi64 (`_make_interpolation_matrix`, and the whole method to 1e-11).
class SphericalSplineTest {
  private static final List<String> ELECTRODES =
      List.of(
          "Fp1", "Fp2", "F7", "F3", "Fz", "F4", "F8", "T7", "C3", "Cz", "C4", "T8", "P7", "P3",
          "Pz", "P4", "P8", "O1", "O2");

  private static final double TOLERANCE = 1e-10;

  @ParameterizedTest
  @CsvSource(
      delimiter = ':',
      textBlock =
          """
          Cz: -0.021398503454 -0.021398503456 0.120090820911 -0.455307082478 0.771543168973 -0.455307082478 0.120090820913 -0.165010437492 0.606696798561 0.606696798560 -0.165010437493 0.120090820911 -0.455307082478 0.771543168974 -0.455307082478 0.120090820912 -0.021398503454 -0.021398503455
          T8: 0.088775592485 -0.310182571219 -0.023990168234 0.027817593017 0.047619544693 -0.192060547335 0.772872759385 -0.006295135213 0.006362051061 -0.092313705104 0.270542383673 -0.023990168235 0.027817593017 0.047619544693 -0.192060547335 0.772872759385 0.088775592486 -0.310182571219
          O1: -0.048303097556 0.005414031146 0.109060229217 0.081141416104 0.011470113699 -0.035630328658 -0.008287905654 -0.309673554965 -0.172513282712 -0.011951568244 0.075104145365 0.088629909832 0.669333803845 0.176442306988 0.078113467921 -0.186837098646 -0.303072234019 0.781559646339
          F3: 0.168371795796 -0.178291127323 0.360788968838 0.733576293552 -0.184590022939 0.062939490105 -0.182974895002 0.527260791017 -0.242668003362 -0.019089998596 0.026501648736 -0.029854317191 -0.140516615481 -0.004100800182 0.102879228690 -0.043661836629 0.077429989306 -0.034000589334
          """)
  void weightsAreThoseOfMne(String bad, String expected) {
    List<double[]> known = new ArrayList<>();
    for (String electrode : ELECTRODES) {
      if (!electrode.equals(bad)) {
        known.add(ElectrodePositions.of(electrode).orElseThrow());
      }
    }

    double[] weights = SphericalSpline.weights(known, ElectrodePositions.of(bad).orElseThrow());

    double[] reference =
        Arrays.stream(expected.split(" ")).mapToDouble(Double::parseDouble).toArray();
    assertThat(weights).containsExactly(reference, offset(TOLERANCE));
  }
}
