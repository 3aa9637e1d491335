package dev.shardline.signal.format.wfdb;

import static dev.shardline.signal.format.Reading.refusal;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shardline.failure.MalformedDataException;
import dev.shardline.failure.Reason;
import dev.shardline.signal.format.LengthPolicy;
import dev.shardline.signal.format.ReadOptions;
import dev.shardline.signal.format.ReaderFuzz;
import dev.shardline.signal.format.SampleFiles;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WfdbBadInputTest {
  private static final byte[] DAT = {1, 0, 2, 0, 3, 0};

  private static Map<String, byte[]> files(String header, byte[] dat) {
    return Map.of("r.hea", header.getBytes(UTF_8), "r.dat", dat);
  }

  private static MalformedDataException refused(Map<String, byte[]> files) {
    return refusal(new WfdbFormat(), "r.hea", files, ReadOptions.STRICT);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          r 1 0 3;r.dat 16 1       | sampling frequency | 0
          r 1 -250 3;r.dat 16 1    | sampling frequency | 0
          r 1 x 3;r.dat 16 1       | sampling frequency | 0
          r;r.dat 16 1             | record line        | 0
          r 0 10 3                 | record line        | 0
          r 1 10 99999999999999;r.dat 16 1 | record line | 0
          r 2 10 3;r.dat 16 1      | record line        | 0
          r 1 10 3;r.dat           | signal line        | 9
          r 1 10 3;r.dat 16x0 1    | samples per frame  | 9
          r 1 10 3;r.dat 16 gain   | gain               | 9
          r 1 10 3;r.dat 516 1     | format             | 9
          r 1 10 3;r.dat 16 1 0 0 0 7 0 a | checksum of 'a' | 9
          r 2 10 3;r.dat 16 1;r.dat 24 1 | signal line  | 20
          r/1 1 10 3;r 2           | number of samples per signal | 11
          """)
  void everyBrokenLineIsNamedWithItsOffset(String header, String field, long offset) {
    MalformedDataException refusal = refused(files(header.replace(';', '\n'), DAT));

    assertThat(refusal.field()).isEqualTo(field);
    assertThat(refusal.offset()).isEqualTo(offset);
  }

  @Test
  void compressedFormatsAreRefusedByName() {
    MalformedDataException refusal = refused(files("r 1 10 3\nr.dat 516 1", DAT));

    assertThat(refusal.reason()).isEqualTo(Reason.UNSUPPORTED);
    assertThat(refusal).hasMessageContaining("516, which is FLAC-compressed");
  }

  @Test
  void missingSignalFileIsNamed() {
    MalformedDataException refusal =
        refused(Map.of("r.hea", "r 1 10 3\nother.dat 16 1".getBytes(UTF_8)));

    assertThat(refusal.reason()).isEqualTo(Reason.MISSING_OBJECT);
    assertThat(refusal).hasMessageContaining("'other.dat'");
  }

  @Test
  void truncatedAndOverlongFilesAreRefusedUnlessWhatIsThereIsAskedFor() throws Exception {
    MalformedDataException truncated = refused(files("r 1 10 4\nr.dat 16 1", DAT));
    assertThat(truncated.reason()).isEqualTo(Reason.TRUNCATED);
    assertThat(truncated.offset()).isEqualTo(6);
    MalformedDataException overlong = refused(files("r 1 10 2\nr.dat 16 1", DAT));
    assertThat(overlong.reason()).isEqualTo(Reason.MALFORMED);
    assertThat(overlong.offset()).isEqualTo(4);

    assertThat(
            new WfdbFormat()
                .open(
                    SampleFiles.of(files("r 1 10 4\nr.dat 16 1", DAT)),
                    "r.hea",
                    ReadOptions.STRICT.withLength(LengthPolicy.WHAT_IS_THERE))
                .header()
                .timePoints())
        .isEqualTo(3);
  }

  @Test
  void cutAnnotationFileIsRefused() {
    Map<String, byte[]> files = new TreeMap<>(files("r 1 10 3\nr.dat 16 1", DAT));
    files.put("r.atr", new byte[] {5, 4, 0});

    assertThat(refused(files).reason()).isEqualTo(Reason.TRUNCATED);
  }

  @Test
  void mutatedRecordsAreReadOrRefused() {
    Map<String, byte[]> files =
        Map.of(
            "r.hea",
                "r 3 10 4\nr.dat 212x2:1 1(2)/mV 0 0 0 0 0 a\nr.dat 212 1\ne.dat 8 1 0 0 5"
                    .getBytes(UTF_8),
            "r.dat", new byte[18],
            "e.dat", new byte[4],
            "r.atr", new byte[] {5, 4, 3, (byte) (63 << 2), 'a', 'b', 'c', 0, 0, 0});
    new ReaderFuzz(
            new WfdbFormat(
                new WfdbOptions("atr", WfdbOptions.Frames.AVERAGED, WfdbOptions.Checksums.VERIFY)),
            "r.hea",
            files,
            ReadOptions.STRICT.withLength(LengthPolicy.WHAT_IS_THERE))
        .run(3, 1_500);
  }

  @Test
  void mutatedSegmentsAreReadOrRefused() {
    Map<String, byte[]> files =
        Map.of(
            "r.hea", "r/4 2 1 5\nl 0\na 2\n~ 1\nb 2".getBytes(UTF_8),
            "l.hea", "l 2 1 0\n~ 0 1 0 0 0 0 0 I\n~ 0 1 0 0 0 0 0 II".getBytes(UTF_8),
            "a.hea", "a 1 1 2\na.dat 80 1 0 0 0 1 0 II".getBytes(UTF_8),
            "b.hea", "b 1 1 2\nb.dat 310 1 0 0 0 1 0 I".getBytes(UTF_8),
            "a.dat", new byte[2],
            "b.dat", new byte[4]);
    new ReaderFuzz(
            new WfdbFormat(),
            "r.hea",
            files,
            ReadOptions.STRICT.withLength(LengthPolicy.WHAT_IS_THERE))
        .run(4, 1_500);
  }
}
