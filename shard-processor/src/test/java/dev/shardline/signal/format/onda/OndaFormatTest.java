package dev.shardline.signal.format.onda;

import static dev.shardline.signal.format.Reading.all;
import static dev.shardline.signal.format.Reading.assertValues;
import static dev.shardline.signal.format.Reading.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shardline.failure.MalformedDataException;
import dev.shardline.failure.Reason;
import dev.shardline.signal.Annotation;
import dev.shardline.signal.RecordingReader;
import dev.shardline.signal.SamplingRate;
import dev.shardline.signal.SignalUnit;
import dev.shardline.signal.format.MemoryRecording;
import dev.shardline.signal.format.ReadOptions;
import dev.shardline.signal.format.ReaderFuzz;
import dev.shardline.signal.format.SampleFiles;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OndaFormatTest {
  private static final OndaFormat FORMAT = new OndaFormat();
  private static final UUID RECORDING = UUID.fromString("b14d2c6d-8d84-4e46-824f-5c5d857215b4");
  private static final String TABLE = "r.onda.signals.arrow";
  private static final double[][] VALUES = {{0, 0.5, -1, Double.NaN, 1e9}, {1, 2, 3, 4, -1e9}};

  private static OndaSignal signal(FileFormat format, SampleEncoding encoding) {
    return new OndaSignal(
        RECORDING,
        "./r." + format.tableName(),
        format,
        TimeSpan.of(2_000_000_000, VALUES[0].length, 128.3),
        "eeg",
        "eeg",
        List.of("fp1", "left-eeg.m1"),
        "microvolt",
        encoding,
        new SamplingRate(128.3));
  }

  private static Map<String, byte[]> files(FileFormat format, SampleEncoding encoding)
      throws Exception {
    ByteArrayOutputStream samples = new ByteArrayOutputStream();
    new OndaSamplesWriter(encoding, format).write(MemoryRecording.of(128.3, VALUES), samples);
    Map<String, byte[]> files = new TreeMap<>();
    files.put(TABLE, OndaTableWriter.signals(List.of(signal(format, encoding))));
    files.put("r." + format.tableName(), samples.toByteArray());
    return files;
  }

  private static RecordingReader open(Map<String, byte[]> files) throws Exception {
    return FORMAT.open(SampleFiles.of(files), TABLE, ReadOptions.STRICT);
  }

  @Test
  void aTableNamesTheFilesOfItsSignalsAndItsAnnotations() throws Exception {
    SampleFiles files =
        SampleFiles.of(files(FileFormat.LPCM, new SampleEncoding(SampleType.INT16, 1, 0)));
    assertThat(FORMAT.namedFiles(files, TABLE))
        .containsExactly("./r.lpcm", "r.onda.annotations.arrow");
  }

  @ParameterizedTest
  @EnumSource
  void integersAreQuantizedWithinTheirRange(FileFormat format) throws Exception {
    RecordingReader reader = open(files(format, new SampleEncoding(SampleType.INT16, 0.25, 3.6)));
    double top = Math.fma(0.25, 32_767, 3.6);

    assertThat(reader.header().rate()).isEqualTo(new SamplingRate(128.3));
    assertThat(reader.header().channels().getFirst().unit()).isEqualTo(SignalUnit.MICROVOLT);
    assertValues(
        all(reader),
        new double[] {
          Math.fma(0.25, -14, 3.6), Math.fma(0.25, -12, 3.6), Math.fma(0.25, -18, 3.6), top, top
        },
        new double[] {
          Math.fma(0.25, -10, 3.6),
          Math.fma(0.25, -6, 3.6),
          Math.fma(0.25, -2, 3.6),
          Math.fma(0.25, 2, 3.6),
          Math.fma(0.25, -32_768, 3.6)
        });
  }

  @ParameterizedTest
  @EnumSource
  void everyTypeHoldsSmallWholeNumbers(SampleType type) throws Exception {
    double[][] small = {{0, 1, 2, 100}};
    ByteArrayOutputStream samples = new ByteArrayOutputStream();
    SampleEncoding encoding = new SampleEncoding(type, 1, 0);
    new OndaSamplesWriter(encoding, FileFormat.LPCM).write(MemoryRecording.of(10, small), samples);
    OndaSignal signal =
        new OndaSignal(
            RECORDING,
            "x",
            FileFormat.LPCM,
            TimeSpan.of(0, 4, 10),
            "eeg",
            "eeg",
            List.of("a"),
            "microvolt",
            encoding,
            new SamplingRate(10));

    assertValues(
        all(
            open(
                Map.of(
                    TABLE, OndaTableWriter.signals(List.of(signal)), "x", samples.toByteArray()))),
        small);
  }

  @Test
  void largestNumbersOf64BitsAreHeld() {
    SampleEncoder unsigned = new SampleEncoder(new SampleEncoding(SampleType.UINT64, 1, 0));
    SampleEncoder signed = new SampleEncoder(new SampleEncoding(SampleType.INT64, 1, 0));
    byte[] bytes = new byte[8];

    unsigned.encode(new double[][] {{1e30}}, 1, bytes);
    assertThat(bytes).containsOnly(0xff);
    unsigned.encode(new double[][] {{0x1p63}}, 1, bytes);
    assertThat(bytes).containsExactly(0, 0, 0, 0, 0, 0, 0, 0x80);
    signed.encode(new double[][] {{Double.NaN}}, 1, bytes);
    assertThat(bytes).containsExactly(0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x7f);
  }

  @Test
  void annotationsOfTheRecordingAreTimedFromTheSignalsStart() throws Exception {
    Map<String, byte[]> files = files(FileFormat.LPCM, SampleEncoding.FLOAT32);
    files.put(
        "r.onda.annotations.arrow",
        OndaTableWriter.annotations(
            List.of(
                new OndaAnnotation(
                    RECORDING,
                    new UUID(1, 2),
                    new TimeSpan(2_500_000_000L, 3_000_000_000L),
                    Map.of("label", "spindle")),
                new OndaAnnotation(
                    new UUID(3, 4),
                    new UUID(5, 6),
                    new TimeSpan(0, 1),
                    Map.of("label", "of another recording")))));

    assertThat(open(files).annotations()).containsExactly(new Annotation(0.5, 0.5, "spindle"));
  }

  @ParameterizedTest
  @EnumSource
  void samplesThatDoNotFillTheSpanAreRefused(FileFormat format) throws Exception {
    for (int change : new int[] {-1, 1}) {
      Map<String, byte[]> files = files(format, SampleEncoding.FLOAT32);
      OndaSignal sound = signal(format, SampleEncoding.FLOAT32);
      OndaSignal other =
          new OndaSignal(
              RECORDING,
              sound.filePath(),
              format,
              TimeSpan.of(0, VALUES[0].length + change, 128.3),
              "eeg",
              "eeg",
              sound.channels(),
              "microvolt",
              sound.encoding(),
              sound.rate());
      files.put(TABLE, OndaTableWriter.signals(List.of(other)));

      MalformedDataException refusal = refusal(FORMAT, TABLE, files, ReadOptions.STRICT);
      assertThat(refusal.reason()).isEqualTo(change < 0 ? Reason.MALFORMED : Reason.TRUNCATED);
      assertThat(refusal.offset()).isEqualTo(8L * (change < 0 ? 4 : 5));
    }
  }

  @Test
  void tableOfSeveralSignalsNeedsASensor() throws Exception {
    Map<String, byte[]> files = files(FileFormat.LPCM, SampleEncoding.FLOAT32);
    OndaSignal eeg = signal(FileFormat.LPCM, SampleEncoding.FLOAT32);
    OndaSignal other =
        new OndaSignal(
            RECORDING,
            "elsewhere",
            FileFormat.LPCM,
            eeg.span(),
            "ecg",
            "ecg",
            eeg.channels(),
            "microvolt",
            eeg.encoding(),
            eeg.rate());
    files.put(TABLE, OndaTableWriter.signals(List.of(other, eeg)));

    assertThat(refusal(FORMAT, TABLE, files, ReadOptions.STRICT).reason())
        .isEqualTo(Reason.WRONG_KIND);
    assertThat(
            new OndaFormat("eeg", "label")
                .open(SampleFiles.of(files), TABLE, ReadOptions.STRICT)
                .header()
                .timePoints())
        .isEqualTo(5);
  }

  @Test
  void mutatedSamplesAreReadOrRefused() throws Exception {
    for (FileFormat format : FileFormat.values()) {
      new ReaderFuzz(
              FORMAT,
              TABLE,
              files(format, new SampleEncoding(SampleType.INT16, 0.25, 3.6)),
              ReadOptions.STRICT)
          .run(8, 1_500);
    }
  }

  @Test
  void brokenZstdStreamIsRefused() throws Exception {
    Map<String, byte[]> files = files(FileFormat.LPCM_ZST, SampleEncoding.FLOAT32);
    byte[] broken = files.get("r.lpcm.zst").clone();
    Arrays.fill(broken, 0, 4, (byte) 0);
    files.put("r.lpcm.zst", broken);

    assertThat(refusal(FORMAT, TABLE, files, ReadOptions.STRICT).reason())
        .isEqualTo(Reason.MALFORMED);
  }
}
