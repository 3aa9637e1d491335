package dev.shardline.signal.format.edf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.shardline.failure.MalformedDataException;
import dev.shardline.failure.Reason;
import dev.shardline.signal.RecordingReader;
import dev.shardline.signal.format.GapPolicy;
import dev.shardline.signal.format.LengthPolicy;
import dev.shardline.signal.format.ReadOptions;
import dev.shardline.signal.format.SampleFiles;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EdfBadInputTest {
  private static final EdfFormat FORMAT = new EdfFormat();
  private static final ReadOptions WHAT_IS_THERE =
      ReadOptions.STRICT.withLength(LengthPolicy.WHAT_IS_THERE);

  private static byte[] sound() {
    return EdfFile.edf()
        .reserved("EDF+C")
        .track("C3", 4, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12)
        .starting(0, 1, 2)
        .bytes();
  }

  private static RecordingReader open(byte[] bytes, ReadOptions options) throws Exception {
    return FORMAT.open(SampleFiles.of(Map.of("a.edf", bytes)), "a.edf", options);
  }

  private static MalformedDataException refusal(byte[] bytes) {
    return catchThrowableOfType(
        MalformedDataException.class,
        () -> {
          RecordingReader reader = open(bytes, ReadOptions.STRICT);
          int timePoints = (int) reader.header().timePoints();
          reader.read(0, timePoints, new double[reader.header().channels().size()][timePoints], 0);
        });
  }

  private static byte[] with(byte[] bytes, int offset, String text) {
    byte[] changed = bytes.clone();
    for (int i = 0; i < text.length(); i++) {
      changed[offset + i] = (byte) text.charAt(i);
    }
    return changed;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          version                                |   0 | "1       "
          number of bytes in header record       | 184 | "700     "
          number of data records                 | 236 | "0       "
          number of data records                 | 236 | "-2      "
          number of data records                 | 236 | "x       "
          duration of a data record              | 244 | "0       "
          duration of a data record              | 244 | "-1      "
          duration of a data record              | 244 | "nan     "
          duration of a data record              | 244 | "1e-300  "
          number of signals                      | 252 | "0   "
          number of signals                      | 252 | "-3  "
          physical minimum                       | 464 | "        "
          digital minimum                        | 496 | "2000    "
          number of samples in each data record  | 688 | "0       "
          number of samples in each data record  | 688 | "-4      "
          """)
  void everyBrokenFieldIsNamedWithItsOffset(String field, int offset, String text) {
    MalformedDataException refusal = refusal(with(sound(), offset, text));

    assertThat(refusal.reason()).isEqualTo(Reason.MALFORMED);
    if (!text.startsWith("2000")) {
      assertThat(refusal.field()).isEqualTo(field);
      assertThat(refusal.offset()).isEqualTo(offset);
    } else {
      assertThat(refusal.field()).isEqualTo("digital maximum");
    }
  }

  /// As some programs write them, and MNE reads them: `-1000.0`, a zero byte and what was there
  /// before.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          496 | "-1000.0 "
          464 | "-100~7.5"
          688 | "4~~~~~~~"
          """)
  void oddlyWrittenNumbersAreRead(int offset, String text) throws Exception {
    byte[] odd = with(sound(), offset, text.replace('~', '\0'));
    double[][] values = new double[1][12];
    double[][] expected = new double[1][12];

    open(odd, ReadOptions.STRICT).read(0, 12, values, 0);
    open(sound(), ReadOptions.STRICT).read(0, 12, expected, 0);

    assertThat(values).isDeepEqualTo(expected);
  }

  @Test
  void headerShiftedByAByteIsRefused() {
    byte[] sound = sound();
    byte[] shifted = new byte[sound.length];
    System.arraycopy(sound, 0, shifted, 0, 170);
    shifted[170] = ' ';
    System.arraycopy(sound, 170, shifted, 171, sound.length - 171);

    assertThat(refusal(shifted).reason()).isEqualTo(Reason.MALFORMED);
  }

  @Test
  void emptyAndHeaderlessFilesAreTold() {
    assertThat(refusal(new byte[0]).reason()).isEqualTo(Reason.EMPTY);
    assertThat(refusal(Arrays.copyOf(sound(), 300)).reason()).isEqualTo(Reason.TRUNCATED);
  }

  @Test
  void truncatedFileIsRefusedUnlessWhatIsThereIsAskedFor() throws Exception {
    byte[] truncated = Arrays.copyOf(sound(), sound().length - 1);

    MalformedDataException refusal = refusal(truncated);
    assertThat(refusal.reason()).isEqualTo(Reason.TRUNCATED);
    assertThat(refusal.offset()).isEqualTo(truncated.length);
    assertThat(open(truncated, WHAT_IS_THERE).header().timePoints()).isEqualTo(8);
  }

  @Test
  void overlongFileIsRefusedUnlessWhatIsThereIsAskedFor() throws Exception {
    byte[] overlong = Arrays.copyOf(sound(), sound().length + 5);

    MalformedDataException refusal = refusal(overlong);
    assertThat(refusal.reason()).isEqualTo(Reason.MALFORMED);
    assertThat(refusal.offset()).isEqualTo(sound().length);
    assertThat(open(overlong, WHAT_IS_THERE).header().timePoints()).isEqualTo(12);
  }

  @Test
  void unfinishedRecordingIsRefusedUnlessWhatIsThereIsAskedFor() throws Exception {
    byte[] unfinished = with(sound(), 236, "-1      ");

    MalformedDataException refusal = refusal(unfinished);
    assertThat(refusal.field()).isEqualTo("number of data records");
    assertThat(refusal.offset()).isEqualTo(236);
    assertThat(open(unfinished, WHAT_IS_THERE).header().timePoints()).isEqualTo(12);
    assertThat(
            FORMAT
                .facts(SampleFiles.of(Map.of("a", unfinished)), "a")
                .tracks()
                .getFirst()
                .timePoints())
        .isEqualTo(12);
  }

  @Test
  void recordsOutOfPlaceAreFoundByTheirStartTimes() {
    byte[] sound = sound();
    int data = 768;
    byte[] slipped = sound.clone();
    System.arraycopy(sound, data, slipped, data + 1, sound.length - data - 1);

    MalformedDataException refusal = refusal(slipped);

    assertThat(refusal.reason()).isEqualTo(Reason.MALFORMED);
    assertThat(refusal.field()).startsWith("annotations");
    assertThat(refusal.offset()).isGreaterThanOrEqualTo(data);
  }

  @Test
  void recordThatStartsAtAnotherTimeThanItsPlaceSaysIsRefusedWhenItIsRead() throws Exception {
    byte[] contradicting = sound();
    int secondRecord = 768 + (4 + 30) * 2;
    contradicting[secondRecord + 8 + 1] = '7';

    assertThat(open(contradicting, ReadOptions.STRICT).header().timePoints()).isEqualTo(12);
    MalformedDataException refusal = refusal(contradicting);
    assertThat(refusal)
        .hasMessage("start time of record 1 at byte 844: expected at 1.0 s, found 7.0 s");
  }

  @Test
  void recordsInTheWrongOrderAreRefused() {
    byte[] unordered =
        EdfFile.edf().reserved("EDF+D").track("a", 1, 1, 2, 3).starting(0, 5, 2).bytes();

    assertThat(refusal(unordered)).hasMessageContaining("start time of record 2");
  }

  @Test
  void endlessInterruptionIsNotFilled() {
    byte[] bytes = EdfFile.edf().reserved("EDF+D").track("a", 1, 1, 2).starting(0, 1e12).bytes();

    MalformedDataException refusal =
        catchThrowableOfType(
            MalformedDataException.class,
            () -> open(bytes, ReadOptions.STRICT.withGaps(GapPolicy.FILL)));
    assertThat(refusal.reason()).isEqualTo(Reason.TOO_LARGE);
  }

  /// Six days of pause between two seconds: more than eight times what was recorded, and too much
  /// to be let pass as small.
  @Test
  void fillingIsBoundedByWhatWasRecorded() throws Exception {
    byte[] bytes =
        EdfFile.edf().reserved("EDF+D").track("a", 100, new int[200]).starting(0, 5e5).bytes();
    ReadOptions fill = ReadOptions.STRICT.withGaps(GapPolicy.FILL);

    assertThat(catchThrowableOfType(MalformedDataException.class, () -> open(bytes, fill)).reason())
        .isEqualTo(Reason.TOO_LARGE);
    byte[] anHour =
        EdfFile.edf().reserved("EDF+D").track("a", 100, new int[200]).starting(0, 3600).bytes();
    assertThat(open(anHour, fill).header().timePoints()).isEqualTo(360_100);
  }

  @Test
  void brokenAnnotationsAreRefusedWithTheirPlace() throws Exception {
    for (String broken :
        List.of(
            "x", "+", "+1", "+1\u0014text", "+1\u0015-2\u0014a\u0014\0", "+1.2.3\u0014a\u0014\0")) {
      byte[] bytes =
          EdfFile.edf()
              .reserved("EDF+C")
              .track("a", 1, 1)
              .starting(0)
              .annotated(List.of(broken))
              .bytes();
      RecordingReader reader = open(bytes, ReadOptions.STRICT);
      MalformedDataException refusal =
          catchThrowableOfType(MalformedDataException.class, reader::annotations);
      assertThat(refusal).as(broken).isNotNull();
      assertThat(refusal.field()).isEqualTo("annotations");
      assertThat(refusal.offset()).isBetween(768L, (long) bytes.length);
    }
  }

  @Test
  void missingFileIsTold() {
    MalformedDataException refusal =
        catchThrowableOfType(
            MalformedDataException.class,
            () -> FORMAT.open(SampleFiles.of(Map.of()), "a.edf", ReadOptions.STRICT));
    assertThat(refusal.reason()).isEqualTo(Reason.MISSING_OBJECT);
  }
}
