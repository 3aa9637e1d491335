package dev.shardline.signal.format.edf;

import static dev.shardline.signal.format.Reading.all;
import static dev.shardline.signal.format.Reading.assertValues;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shardline.signal.Annotation;
import dev.shardline.signal.RecordingReader;
import dev.shardline.signal.SamplingRate;
import dev.shardline.signal.SignalChannel;
import dev.shardline.signal.SignalType;
import dev.shardline.signal.SignalUnit;
import dev.shardline.signal.format.ChannelFilter;
import dev.shardline.signal.format.GapPolicy;
import dev.shardline.signal.format.LabelPolicy;
import dev.shardline.signal.format.RatePolicy;
import dev.shardline.signal.format.ReadOptions;
import dev.shardline.signal.format.RecordingFacts;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class EdfFormatTest {
  private static final EdfFormat FORMAT = new EdfFormat();

  private static RecordingReader open(EdfFile file, ReadOptions options) throws Exception {
    return FORMAT.open(file.files(), "a.edf", options);
  }

  private static EdfFile continuous() {
    return EdfFile.edf()
        .reserved("EDF+C")
        .track("EEG C3", 2, 10, 20, 30, 40)
        .starting(0.25, 1.25)
        .annotated(
            List.of(),
            List.of("+1.5\u00152\u0014eyes open\u0014blink\u0014\0", "+2\u0014µ\u0014\0"));
  }

  @Test
  void valuesAreScaledAndDescribed() throws Exception {
    EdfFile file =
        EdfFile.edf()
            .track("EEG C3", 2, 10, -20, 30, 1000)
            .track("Temp", "degC", "0 50 0 500", 2, 1, 2, 3, 4);

    RecordingReader reader = open(file, ReadOptions.STRICT);

    assertThat(reader.header().channels())
        .containsExactly(
            new SignalChannel("EEG C3", SignalUnit.MICROVOLT, SignalType.EEG),
            new SignalChannel("Temp", new SignalUnit("°C"), SignalType.TEMPERATURE));
    assertThat(reader.header().rate()).isEqualTo(new SamplingRate(2));
    assertThat(reader.header().start()).hasValue(LocalDateTime.of(2019, 3, 2, 4, 5, 6));
    assertValues(
        all(reader),
        new double[] {10 * 0.1, -20 * 0.1, 30 * 0.1, 1000 * 0.1},
        new double[] {1 * 0.1, 2 * 0.1, 3 * 0.1, 4 * 0.1});
    assertThat(reader.annotations()).isEmpty();
  }

  @Test
  void bdfHolds24BitsAndKeepsItsStatusAsStored() throws Exception {
    EdfFile file =
        EdfFile.bdf()
            .track("A1", "uV", "-8388608 8388607 -8388608 8388607", 2, -8388608, 8388607)
            .track("Status", "uV", "0 1 0 1", 2, -1, 65536);

    RecordingReader reader = open(file, ReadOptions.STRICT);

    assertThat(reader.header().channels().getLast().unit()).isEqualTo(SignalUnit.NONE);
    assertValues(all(reader), new double[] {-8388608, 8388607}, new double[] {-1, 65536});
  }

  @Test
  void annotationsAreTimedFromTheFirstTimePoint() throws Exception {
    RecordingReader reader = open(continuous(), ReadOptions.STRICT);

    assertThat(reader.header().start())
        .hasValue(LocalDateTime.of(2019, 3, 2, 4, 5, 6, 250_000_000));
    assertThat(reader.annotations())
        .containsExactly(
            new Annotation(1.25, 2, "eyes open"),
            new Annotation(1.25, 2, "blink"),
            new Annotation(1.75, 0, "µ"));
  }

  @Test
  void annotationsOfAFileWithoutSignalsCanBeRead() throws Exception {
    EdfFile file =
        EdfFile.edf()
            .reserved("EDF+C")
            .recordSeconds("0")
            .starting(0)
            .annotated(List.of("+0\u001530\u0014Sleep stage W\u0014\0"));

    assertThat(FORMAT.annotations(file.files(), "a.edf"))
        .containsExactly(new Annotation(0, 30, "Sleep stage W"));
    assertThatThrownBy(() -> open(file, ReadOptions.STRICT))
        .hasMessage("label at byte 256: expected a signal, found annotations only");
  }

  @Test
  void mixedRatesNeedAChoiceAndAreNeverResampled() throws Exception {
    EdfFile file =
        EdfFile.edf()
            .track("slow", 1, 1, 2)
            .track("fast", 3, 1, 2, 3, 4, 5, 6)
            .track("slow too", 1, 7, 8);

    assertThatThrownBy(() -> open(file, ReadOptions.STRICT))
        .hasMessageContaining("sampling rate of 'fast' at byte 272")
        .hasMessageContaining("'slow', 1 Hz")
        .hasMessageContaining("found 3 Hz");
    assertThat(labels(file, new RatePolicy.Highest())).containsExactly("fast");
    assertThat(labels(file, new RatePolicy.MostCommon())).containsExactly("slow", "slow too");
    assertThat(labels(file, new RatePolicy.Exactly(new SamplingRate(3)))).containsExactly("fast");
    assertThatThrownBy(() -> labels(file, new RatePolicy.Exactly(new SamplingRate(2))))
        .hasMessageContaining("a signal channel at 2 Hz");
    assertThat(all(open(file, ReadOptions.STRICT.withRates(new RatePolicy.MostCommon())))[1])
        .containsExactly(7 * 0.1, 8 * 0.1);
  }

  private static List<String> labels(EdfFile file, RatePolicy policy) throws Exception {
    return open(file, ReadOptions.STRICT.withRates(policy)).header().channels().stream()
        .map(SignalChannel::label)
        .toList();
  }

  @Test
  void repeatedLabelsAreRefusedOrNumbered() throws Exception {
    EdfFile file = EdfFile.edf().track("C3", 1, 1).track("C4", 1, 2).track("C3", 1, 3);

    assertThatThrownBy(() -> open(file, ReadOptions.STRICT))
        .hasMessageContaining("label at byte 256")
        .hasMessageContaining("2 named 'C3'");
    assertThat(open(file, ReadOptions.STRICT.withLabels(LabelPolicy.NUMBER)).header().channels())
        .extracting(SignalChannel::label)
        .containsExactly("C3-0", "C4", "C3-1");
  }

  @Test
  void unwantedTracksAreNotJudged() throws Exception {
    EdfFile file = EdfFile.edf().track("good", 1, 5).track("flat", "uV", "0 0 -1000 1000", 1, 5);

    assertValues(
        all(open(file, ReadOptions.STRICT.withChannels(ChannelFilter.except("flat")))),
        new double[] {0.5});
    assertThatThrownBy(() -> open(file, ReadOptions.STRICT))
        .hasMessageContaining("physical maximum at byte 488");
  }

  @Test
  void interruptionsAreRefusedJoinedOrFilled() throws Exception {
    EdfFile file =
        EdfFile.edf()
            .reserved("EDF+D")
            .track("a", 2, 10, 20, 30, 40)
            .starting(0, 2)
            .annotated(List.of(), List.of("+2.5\u0014late\u0014\0"));

    assertThatThrownBy(() -> open(file, ReadOptions.STRICT))
        .hasMessageContaining("2 stretches; the second starts with record 1, 2.0 s");

    RecordingReader joined = open(file, ReadOptions.STRICT.withGaps(GapPolicy.JOIN));
    assertThat(all(joined)[0]).containsExactly(10 * 0.1, 20 * 0.1, 30 * 0.1, 40 * 0.1);
    assertThat(joined.annotations())
        .containsExactly(new Annotation(1, 0, "EDGE boundary"), new Annotation(1.5, 0, "late"));

    RecordingReader filled = open(file, ReadOptions.STRICT.withGaps(GapPolicy.FILL));
    assertThat(all(filled)[0])
        .containsExactly(10 * 0.1, 20 * 0.1, Double.NaN, Double.NaN, 30 * 0.1, 40 * 0.1);
    assertThat(filled.annotations())
        .containsExactly(new Annotation(1, 1, "BAD_ACQ_SKIP"), new Annotation(2.5, 0, "late"));
  }

  @Test
  void discontinuousFileWithoutInterruptionNeedsNoChoice() throws Exception {
    EdfFile file = EdfFile.edf().reserved("EDF+D").track("a", 1, 1, 2).starting(0, 1);

    assertThat(open(file, ReadOptions.STRICT).header().timePoints()).isEqualTo(2);
  }

  @Test
  void factsTellEveryTrackBeforeAnyChoice() throws Exception {
    EdfFile file =
        EdfFile.edf()
            .reserved("EDF+C")
            .track("slow", 1, 1, 2)
            .track("fast", 3, 1, 2, 3, 4, 5, 6)
            .starting(0, 1);

    RecordingFacts facts = FORMAT.facts(file.files(), "a.edf");

    assertThat(facts.format()).isEqualTo("EDF+C");
    assertThat(facts.durationSeconds()).isEqualTo(2);
    assertThat(facts.tracks()).extracting(track -> track.timePoints()).containsExactly(2L, 6L);
  }

  @Test
  void threeArithmeticsDifferOnlyInTheLastBits() throws Exception {
    EdfFile file =
        EdfFile.edf().track("a", "uV", "-187.5 187.51 -32768 32767", 3, -32768, 7, 32767);
    double gain = (187.51 + 187.5) / 65535;

    assertThat(
            all(new EdfFormat(EdfCalibration.MNE).open(file.files(), "a.edf", ReadOptions.STRICT))[
                0][1])
        .isEqualTo(7 * gain + (-187.5 + 32768 * gain));
    assertThat(
            all(
                new EdfFormat(EdfCalibration.EDFLIB)
                    .open(file.files(), "a.edf", ReadOptions.STRICT))[0][1])
        .isEqualTo(gain * (187.51 / gain - 32767 + 7));
    assertThat(
            all(
                new EdfFormat(EdfCalibration.PROPORTION)
                    .open(file.files(), "a.edf", ReadOptions.STRICT))[0][1])
        .isEqualTo((7 + 32768) * (187.51 + 187.5) / 65535 - 187.5);
  }
}
