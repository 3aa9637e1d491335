package dev.shardline.signal.format.wfdb;

import static dev.shardline.signal.format.Reading.all;
import static dev.shardline.signal.format.Reading.assertValues;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shardline.signal.Annotation;
import dev.shardline.signal.RecordingReader;
import dev.shardline.signal.SamplingRate;
import dev.shardline.signal.SignalChannel;
import dev.shardline.signal.SignalType;
import dev.shardline.signal.SignalUnit;
import dev.shardline.signal.format.RatePolicy;
import dev.shardline.signal.format.ReadOptions;
import dev.shardline.signal.format.SampleFiles;
import dev.shardline.signal.format.wfdb.WfdbOptions.Checksums;
import dev.shardline.signal.format.wfdb.WfdbOptions.Frames;
import java.io.ByteArrayOutputStream;
import java.time.LocalDateTime;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WfdbFormatTest {
  private static final double NAN = Double.NaN;

  static byte[] bytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }

  private static byte[] text(String... lines) {
    return String.join("\r\n", lines).getBytes(UTF_8);
  }

  private static RecordingReader open(Map<String, byte[]> files) throws Exception {
    return new WfdbFormat().open(SampleFiles.of(files), "r.hea", ReadOptions.STRICT);
  }

  private static double[][] values(Map<String, byte[]> files) throws Exception {
    return all(open(files));
  }

  /// Three numbers each, at 1 number per unit, the last one invalid where the format has one.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          8   | 01 fe 7f             | 1 | -1 | 126
          16  | 01 00 fe ff 00 80    | 1 | -2 | NaN
          24  | 01 00 00 fe ff ff 00 00 80 | 1 | -2 | NaN
          32  | 01 00 00 00 fe ff ff ff 00 00 00 80 | 1 | -2 | NaN
          61  | 00 01 ff fe 80 00    | 1 | -2 | NaN
          80  | 81 7e 00             | 1 | -2 | NaN
          160 | 01 80 fe 7f 00 00    | 1 | -2 | NaN
          212 | 01 f0 fe 00 08       | 1 | -2 | NaN
          310 | 02 00 fc 87          | 1 | -2 | NaN
          311 | 01 f8 0f 20          | 1 | -2 | NaN
          """)
  void everyFormatIsDecoded(int format, String hex, double first, double second, double third)
      throws Exception {
    byte[] dat = new byte[hex.split(" ").length];
    for (int i = 0; i < dat.length; i++) {
      dat[i] = (byte) Integer.parseInt(hex.split(" ")[i], 16);
    }

    assertValues(
        values(Map.of("r.hea", text("r 1 100 3", "r.dat " + format + " 1"), "r.dat", dat)),
        new double[] {first, second, third});
  }

  /// What fills the last block up is no number, even where it would hold some.
  @ParameterizedTest
  @CsvSource({"212,3", "310,4", "311,4"})
  void lastBlockMayBeWhole(int format, int blockBytes) throws Exception {
    byte[] dat = new byte[2 * blockBytes];
    int numbers = format == 212 ? 3 : 4;

    RecordingReader reader =
        open(Map.of("r.hea", text("r 1 100 " + numbers, "r.dat " + format + " 1"), "r.dat", dat));

    assertThat(reader.header().timePoints()).isEqualTo(numbers);
    assertValues(all(reader), new double[numbers]);
  }

  @Test
  void headerDescribesWhatIsRead() throws Exception {
    RecordingReader reader =
        open(
            Map.of(
                "r.hea",
                text(
                    "# a comment",
                    "r 2 62.4725/999.56(3) 2 10:44:18.5 4/05/2004",
                    "",
                    "r.dat 16+2 4(10)/mmHg 12 0 0 0 0 blood pressure",
                    "r.dat 16+2 0 12 100 0 0 0 ECG II"),
                "r.dat",
                bytes(9, 9, 18, 0, 100, 0, 10, 0, 44, 1)));

    assertThat(reader.header().rate()).isEqualTo(new SamplingRate(62.4725));
    assertThat(reader.header().start())
        .hasValue(LocalDateTime.of(2004, 5, 4, 10, 44, 18, 500_000_000));
    assertThat(reader.header().channels())
        .containsExactly(
            new SignalChannel("blood pressure", new SignalUnit("mmHg"), SignalType.OTHER),
            new SignalChannel("ECG II", SignalUnit.MILLIVOLT, SignalType.ECG));
    WfdbFormat unchecked =
        new WfdbFormat(new WfdbOptions("atr", Frames.AS_STORED, Checksums.IGNORE));
    assertValues(
        all(
            unchecked.open(
                SampleFiles.of(
                    Map.of(
                        "r.hea",
                        text("r 2", "r.dat 16 4(10)/mmHg", "r.dat 16 0 12 100"),
                        "r.dat",
                        bytes(18, 0, 100, 0, 10, 0, 44, 1))),
                "r.hea",
                ReadOptions.STRICT)),
        new double[] {2, 0},
        new double[] {0, 1});
  }

  @Test
  void skewedSignalsAreShiftedIntoLine() throws Exception {
    assertValues(
        values(
            Map.of(
                "r.hea",
                text("r 2 1 3", "r.dat 80 1 0 0 0 6 0 a", "r.dat 80:2 1 0 0 0 15 0 b"),
                "r.dat",
                bytes(129, 132, 130, 133, 131, 134))),
        new double[] {1, 2, 3},
        new double[] {6, NAN, NAN});
  }

  @Test
  void signalsWithSeveralValuesPerFrameHaveTheirOwnRateOrAreAveraged() throws Exception {
    Map<String, byte[]> files =
        Map.of(
            "r.hea",
            text("r 2 10 2", "r.dat 80x2 1 0 0 0 0 0 fast", "r.dat 80 1 0 0 0 0 0 slow"),
            "r.dat",
            bytes(129, 132, 130, 125, 124, 126));
    RecordingReader fast =
        new WfdbFormat(new WfdbOptions("atr", Frames.AS_STORED, Checksums.IGNORE))
            .open(
                SampleFiles.of(files),
                "r.hea",
                ReadOptions.STRICT.withRates(new RatePolicy.Highest()));
    RecordingReader averaged =
        new WfdbFormat(new WfdbOptions("atr", Frames.AVERAGED, Checksums.IGNORE))
            .open(SampleFiles.of(files), "r.hea", ReadOptions.STRICT);

    assertThat(fast.header().rate()).isEqualTo(new SamplingRate(20));
    assertValues(all(fast), new double[] {1, 4, -3, -4});
    assertThat(averaged.header().rate()).isEqualTo(new SamplingRate(10));
    assertValues(all(averaged), new double[] {2, -3}, new double[] {2, -2});
  }

  @Test
  void headersNameTheirFiles() throws Exception {
    SampleFiles files =
        SampleFiles.of(
            Map.of(
                "all.hea", text("all/4 1 1 5", "layout 0", "a 2", "~ 1", "b 2"),
                "one.hea", text("one 3 1 2", "x.dat 16", "~ 16", "x.dat 16")));
    assertThat(new WfdbFormat().namedFiles(files, "all.hea"))
        .containsExactly("layout.hea", "a.hea", "b.hea");
    assertThat(new WfdbFormat().namedFiles(files, "one.hea")).containsExactly("x.dat");
  }

  @Test
  void segmentsOfFixedLayoutFollowEachOther() throws Exception {
    assertValues(
        values(
            Map.of(
                "r.hea", text("r/3 1 1 5", "a 2", "~ 1", "b 2"),
                "a.hea", text("a 1 1 2", "a.dat 80 1/uV"),
                "b.hea", text("b 1 1 2", "b.dat 80 2/uV"),
                "a.dat", bytes(129, 130),
                "b.dat", bytes(130, 132))),
        new double[] {1, 2, NAN, 1, 2});
  }

  @Test
  void segmentsOfVariableLayoutAreMatchedByName() throws Exception {
    RecordingReader reader =
        open(
            Map.of(
                "r.hea", text("r/3 3 1 4", "layout 0", "a 2", "b 2"),
                "layout.hea",
                    text(
                        "layout 3 1 0",
                        "~ 0 1/mV 0 0 0 0 0 I",
                        "~ 0 1/mV 0 0 0 0 0 II",
                        "~ 0 1/mV 0 0 0 0 0 III"),
                "a.hea", text("a 1 1 2", "a.dat 80 1 0 0 0 3 0 II"),
                "b.hea", text("b 2 1 2", "b.dat 80 1 0 0 0 9 0 II", "b.dat 80 1 0 0 0 7 0 I"),
                "a.dat", bytes(129, 130),
                "b.dat", bytes(132, 131, 133, 132)));

    assertValues(
        all(reader),
        new double[] {NAN, NAN, 3, 4},
        new double[] {1, 2, 4, 5},
        new double[] {NAN, NAN, NAN, NAN});
  }

  @Test
  void annotationsHaveSymbolTextAndTime() throws Exception {
    ByteArrayOutputStream atr = new ByteArrayOutputStream();
    atr.writeBytes(bytes(0, 22 << 2, 24, 63 << 2));
    atr.writeBytes("## time resolution: 1000".getBytes(UTF_8));
    // After 500 ms a change of rhythm.
    atr.writeBytes(bytes(0xf4, 28 << 2 | 1, 3, 63 << 2, '(', 'N', 0, 0));
    // 70000 ms later a normal beat of subtype 1, and the end.
    atr.writeBytes(bytes(0, 59 << 2, 1, 0, 0x70, 0x11, 0, 1 << 2, 1, 61 << 2, 0, 0));

    RecordingReader reader =
        open(
            Map.of(
                "r.hea",
                text("r 1 10 1", "r.dat 80 1"),
                "r.dat",
                bytes(128),
                "r.atr",
                atr.toByteArray()));

    assertThat(reader.annotations())
        .containsExactly(new Annotation(0.5, 0, "+ (N"), new Annotation(70.5, 0, "N"));
  }

  @Test
  void sampleWithoutAnnotationFileHasNone() throws Exception {
    assertThat(
            open(Map.of("r.hea", text("r 1 10 1", "r.dat 80 1"), "r.dat", bytes(128)))
                .annotations())
        .isEmpty();
  }
}
