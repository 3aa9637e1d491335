package dev.shardline.signal.format.table;

import static dev.shardline.signal.format.Reading.all;
import static dev.shardline.signal.format.Reading.assertValues;
import static dev.shardline.signal.format.Reading.refusal;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shardline.failure.MalformedDataException;
import dev.shardline.failure.Reason;
import dev.shardline.signal.RecordingReader;
import dev.shardline.signal.SamplingRate;
import dev.shardline.signal.SignalChannel;
import dev.shardline.signal.SignalType;
import dev.shardline.signal.SignalUnit;
import dev.shardline.signal.format.ChannelFilter;
import dev.shardline.signal.format.ReadOptions;
import dev.shardline.signal.format.ReaderFuzz;
import dev.shardline.signal.format.SampleFiles;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TableFormatTest {
  private static final double NAN = Double.NaN;
  private static final TableFormat AT_10_HZ =
      new TableFormat(new TableOptions(new SamplingRate(10), SignalUnit.MICROVOLT));
  private static final TableFormat FROM_SIDECAR = new TableFormat(TableOptions.FROM_SIDECAR);

  private static byte[] gzip(String text) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(text.getBytes(UTF_8));
    } catch (IOException impossible) {
      throw new AssertionError(impossible);
    }
    return out.toByteArray();
  }

  private static RecordingReader open(String name, String text, ReadOptions options)
      throws Exception {
    return AT_10_HZ.open(SampleFiles.of(Map.of(name, text.getBytes(UTF_8))), name, options);
  }

  @Test
  void headerRowNamesColumnsAndUnits() throws Exception {
    RecordingReader reader =
        open("a.csv", "# made up\n\"C3\",ecg [mV],TP9\n1,2.5,\n-3,4e1,n/a\n", ReadOptions.STRICT);

    assertThat(reader.header().channels())
        .containsExactly(
            new SignalChannel("C3", SignalUnit.MICROVOLT, SignalType.EEG),
            new SignalChannel("ecg", SignalUnit.MILLIVOLT, SignalType.ECG),
            new SignalChannel("TP9", SignalUnit.MICROVOLT, SignalType.EEG));
    assertThat(reader.header().rate()).isEqualTo(new SamplingRate(10));
    assertValues(
        all(reader), new double[] {1, -3}, new double[] {2.5, 40}, new double[] {NAN, NAN});
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"a.tsv|1\t2", "a.csv|1,2", "a.csv|1;2", "a.txt|  1   2 ", "a.txt|1 \t 2"})
  void everySeparatorIsFound(String name, String row) throws Exception {
    assertValues(
        all(open(name, row + "\r\n" + row, ReadOptions.STRICT)),
        new double[] {1, 1},
        new double[] {2, 2});
  }

  /// As spreadsheets and R write them: a byte order mark, semicolons and decimal commas, quotes,
  /// units in parentheses, CR alone, `NA`.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      value = {
        "a.csv|'\uFEFFx (mV);y (raw)~1,5;-2~NA;0,25~'",
        "a.csv|'\"x [mV]\",\"y (raw)\"~\"1.5\",-2~ , \"2.5e-1\"~'",
        "a.tsv|'\uFEFFx [mV]\ty (raw)~1.5\t-2~NaN\t.25~'",
        "a.txt|'\"x (mV)\" \"y (raw)\"~1.5 -2~NA 0.25~'"
      })
  void tablesOfSpreadsheetsAreRead(String name, String rows) throws Exception {
    for (String end : List.of("\n", "\r\n", "\r")) {
      RecordingReader reader = open(name, rows.replace("~", end), ReadOptions.STRICT);

      assertThat(reader.header().channels().getFirst().label()).isEqualTo("x");
      assertThat(reader.header().channels().getFirst().unit()).isEqualTo(SignalUnit.MILLIVOLT);
      assertThat(reader.header().channels().getLast().label()).isEqualTo("y (raw)");
      assertValues(all(reader), new double[] {1.5, NAN}, new double[] {-2, 0.25});
    }
  }

  @Test
  void columnsThatAreNoNumbersCanBeLeftOut() throws Exception {
    assertValues(
        all(
            open(
                "a.csv",
                "time,x\n12:00:00,1\n12:00:01,2\n",
                ReadOptions.STRICT.withChannels(ChannelFilter.except("time")))),
        new double[] {1, 2});
  }

  @Test
  void bidsRecordingIsDescribedByEveryJsonFileThatApplies() throws Exception {
    RecordingReader reader =
        FROM_SIDECAR.open(
            SampleFiles.of(
                Map.of(
                    "sub-01_task-rest_run-1_physio.tsv.gz", gzip("1\t2\n3\t4\n"),
                    "physio.json", "{\"SamplingFrequency\": 100}".getBytes(UTF_8),
                    "task-rest_physio.json",
                        "{\"SamplingFrequency\": 50, \"Columns\": [\"cardiac\", \"gas\"]}"
                            .getBytes(UTF_8),
                    "sub-01_physio.json", "{\"gas\": {\"Units\": \"mmHg\"}}".getBytes(UTF_8),
                    "sub-02_physio.json", "{\"SamplingFrequency\": 1}".getBytes(UTF_8))),
            "sub-01_task-rest_run-1_physio.tsv.gz",
            ReadOptions.STRICT);

    assertThat(reader.header().rate()).isEqualTo(new SamplingRate(50));
    assertThat(reader.header().channels())
        .containsExactly(
            new SignalChannel("cardiac", SignalUnit.NONE, SignalType.PULSE),
            new SignalChannel("gas", new SignalUnit("mmHg"), SignalType.OTHER));
    assertValues(all(reader), new double[] {1, 3}, new double[] {2, 4});
  }

  @Test
  void longTableReadsTheSameInAnyOrder() throws Exception {
    String text =
        IntStream.range(0, 5_000)
            .mapToObj(i -> i + "," + -i / 8.0)
            .collect(Collectors.joining("\n"));

    double[][] values = all(open("a.csv", text, ReadOptions.STRICT));

    assertThat(values[0][4_999]).isEqualTo(4_999);
    assertThat(values[1][4_321]).isEqualTo(-4_321 / 8.0);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1,2;3,x   | row 1, column 'column 2' | 4
          1,2;3     | row 1                    | 4
          1,2;3,4,5 | row 1                    | 4
          """)
  void brokenRowIsNamedWithItsOffset(String text, String field, long offset) {
    MalformedDataException refusal =
        refusal(
            AT_10_HZ,
            "a.csv",
            Map.of("a.csv", text.replace(';', '\n').getBytes(UTF_8)),
            ReadOptions.STRICT);

    assertThat(refusal.field()).isEqualTo(field);
    assertThat(refusal.offset()).isEqualTo(offset);
  }

  @Test
  void tableWithoutRateOrRowsIsRefused() {
    assertThat(
            refusal(
                FROM_SIDECAR, "a.csv", Map.of("a.csv", "1\n".getBytes(UTF_8)), ReadOptions.STRICT))
        .hasMessageContaining("SamplingFrequency");
    assertThat(
            refusal(AT_10_HZ, "a.csv", Map.of("a.csv", "#\n\n".getBytes(UTF_8)), ReadOptions.STRICT)
                .reason())
        .isEqualTo(Reason.EMPTY);
  }

  @Test
  void cutGzipFileIsRefused() {
    byte[] whole = gzip("1,2\n3,4\n");

    assertThat(
            refusal(
                    AT_10_HZ,
                    "a.csv.gz",
                    Map.of("a.csv.gz", Arrays.copyOf(whole, whole.length - 9)),
                    ReadOptions.STRICT)
                .reason())
        .isEqualTo(Reason.TRUNCATED);
  }

  @Test
  void mutatedTablesAreReadOrRefused() {
    Map<String, byte[]> files =
        Map.of(
            "sub-1_physio.tsv.gz", gzip("1\t2\n3\tn/a\n5\t-6e2\n"),
            "sub-1_physio.json",
                "{\"SamplingFrequency\": 50, \"Columns\": [\"a\", \"b\"]}".getBytes(UTF_8));
    new ReaderFuzz(FROM_SIDECAR, "sub-1_physio.tsv.gz", files, ReadOptions.STRICT).run(9, 1_500);
    new ReaderFuzz(
            AT_10_HZ,
            "a.csv",
            Map.of("a.csv", "a,b [mV]\n1,2\n,n/a\n1e5,-2\n".getBytes(UTF_8)),
            ReadOptions.STRICT)
        .run(10, 1_500);
  }
}
