package dev.shardline.conformance.signal;

import static dev.shardline.conformance.signal.SignalReferences.recording;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shardline.conformance.RealData;
import dev.shardline.signal.Annotation;
import dev.shardline.signal.feature.BandPower;
import dev.shardline.signal.feature.FrequencyBand;
import dev.shardline.signal.format.FolderFiles;
import dev.shardline.signal.format.ReadOptions;
import dev.shardline.signal.format.edf.EdfFormat;
import dev.shardline.signal.spectrum.Welch;
import dev.shardline.signal.spectrum.WelchSettings;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What is known of the recordings comes out of the numbers.
class RhythmConformanceTest {
  /// Hz, and the time points of a trial of five seconds, whose bins are 0.2 Hz apart.
  private static final int[] FLICKERS = {13, 17, 21};

  private static final int TRIAL = 5 * 256;

  @Test
  void theAlphaRhythmRisesWhenTheEyesClose() throws Exception {
    double[] open = relativeAlpha("eegmmidb/S001R01.edf");
    double[] closed = relativeAlpha("eegmmidb/S001R02.edf");
    for (int i = 0; i < 4; i++) {
      assertThat(open[i]).isBetween(0.05, 0.15);
      assertThat(closed[i]).isBetween(0.5, 0.7);
    }
  }

  /// The share of alpha in the four occipital channels, the last of the recording.
  private static double[] relativeAlpha(String path) throws Exception {
    double[][] signals = recording(new EdfFormat(), path);
    List<FrequencyBand> bands = FrequencyBand.ofEeg();
    BandPower power = new BandPower(bands, FrequencyBand.covering(bands));
    Welch welch = new Welch(WelchSettings.ofSegmentLength(640), 160, signals[0].length);
    return Arrays.stream(signals, signals.length - 4, signals.length)
        .mapToDouble(signal -> power.relative(welch.frequencies(), welch.estimate(signal))[2])
        .toArray();
  }

  @Test
  void theFlickerAPersonLooksAtIsTheStrongest() throws Exception {
    Path file = RealData.at("signals/ssvep_exo/edf/subject12_2014.03.10-19.47.49.edf");
    double[][] signals = recording(new EdfFormat(), "ssvep_exo/edf/" + file.getFileName());
    for (String stimulus : List.of("ssvep_13hz", "ssvep_17hz", "ssvep_21hz")) {
      double[] power = new double[FLICKERS.length];
      for (Annotation trial : trials(file, stimulus)) {
        int start = (int) Math.round(trial.onset() * 256);
        for (double[] signal : signals) {
          add(power, Arrays.copyOfRange(signal, start, start + TRIAL));
        }
      }
      double strongest = Arrays.stream(power).max().orElseThrow();
      int own = (Integer.parseInt(stimulus.substring(6, 8)) - 13) / 4;
      assertThat(power[own]).as(stimulus).isEqualTo(strongest);
    }
  }

  /// Adds the power at each flicker's frequency and its first overtone.
  private static void add(double[] power, double[] trial) {
    double[] density = new Welch(WelchSettings.ofSegmentLength(TRIAL), 256, TRIAL).estimate(trial);
    for (int i = 0; i < FLICKERS.length; i++) {
      power[i] += density[5 * FLICKERS[i]] + density[10 * FLICKERS[i]];
    }
  }

  private static List<Annotation> trials(Path file, String stimulus) throws Exception {
    try (FolderFiles files = new FolderFiles(file.getParent())) {
      return new EdfFormat()
          .open(files, file.getFileName().toString(), ReadOptions.STRICT).annotations().stream()
              .filter(annotation -> annotation.text().equals(stimulus))
              .toList();
    }
  }
}
