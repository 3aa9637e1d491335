package dev.shardline.signal.format.brainvision;

import static dev.shardline.signal.format.Reading.all;
import static dev.shardline.signal.format.Reading.assertValues;
import static dev.shardline.signal.format.Reading.refusal;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shardline.failure.MalformedDataException;
import dev.shardline.failure.Reason;
import dev.shardline.signal.Annotation;
import dev.shardline.signal.RecordingReader;
import dev.shardline.signal.SamplingRate;
import dev.shardline.signal.SignalChannel;
import dev.shardline.signal.SignalType;
import dev.shardline.signal.SignalUnit;
import dev.shardline.signal.format.LengthPolicy;
import dev.shardline.signal.format.ReadOptions;
import dev.shardline.signal.format.ReaderFuzz;
import dev.shardline.signal.format.SampleFiles;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BrainVisionFormatTest {
  private static final BrainVisionFormat FORMAT = new BrainVisionFormat();
  private static final String HEADER =
      """
      Brain Vision Data Exchange Header File Version 1.0
      ; comment
      [Common Infos]
      Codepage=UTF-8
      DataFile=$b.eeg
      MarkerFile=a.vmrk
      DataFormat=BINARY
      DataOrientation=MULTIPLEXED
      NumberOfChannels=2
      DataPoints=3
      SamplingInterval=4000
      [Binary Infos]
      BinaryFormat=INT_16
      [Channel Infos]
      Ch1=Fp1,,0.5,µV
      Ch2=a\\1b,REF,2,n/a
      [Comment]
      NumberOfChannels=7
      """;
  private static final String MARKERS =
      """
      BrainVision Data Exchange Marker File Version 1.0
      [Marker Infos]
      Mk1=New Segment,,1,1,0,20131113161403794232
      Mk2=Stimulus,S  1,2,1,0
      Mk3=Comment,a\\1b [c],3,0,0
      """;

  private static Map<String, byte[]> files(String header) {
    Map<String, byte[]> files = new TreeMap<>();
    files.put("a.vhdr", header.getBytes(UTF_8));
    files.put("a.vmrk", MARKERS.getBytes(UTF_8));
    files.put("a.eeg", shorts(ByteOrder.LITTLE_ENDIAN, 1, 10, 2, 20, 3, 30));
    return files;
  }

  private static byte[] shorts(ByteOrder order, int... values) {
    ByteBuffer buffer = ByteBuffer.allocate(2 * values.length).order(order);
    for (int value : values) {
      buffer.putShort((short) value);
    }
    return buffer.array();
  }

  private static RecordingReader open(Map<String, byte[]> files) throws Exception {
    return FORMAT.open(SampleFiles.of(files), "a.vhdr", ReadOptions.STRICT);
  }

  @Test
  void multiplexedIntegersAreScaledAndDescribed() throws Exception {
    RecordingReader reader = open(files(HEADER));

    assertThat(reader.header().channels())
        .containsExactly(
            new SignalChannel("Fp1", SignalUnit.MICROVOLT, SignalType.EEG),
            new SignalChannel("a,b", SignalUnit.NONE, SignalType.OTHER));
    assertThat(reader.header().rate()).isEqualTo(new SamplingRate(250));
    assertThat(reader.header().start())
        .hasValue(LocalDateTime.of(2013, 11, 13, 16, 14, 3, 794_232_000));
    assertValues(all(reader), new double[] {0.5, 1, 1.5}, new double[] {20, 40, 60});
    assertThat(reader.annotations())
        .containsExactly(
            new Annotation(0.004, 0.004, "Stimulus/S  1"),
            new Annotation(0.008, 0, "Comment/a,b [c]"));
  }

  @Test
  void vectorizedBigEndianDataIsRead() throws Exception {
    Map<String, byte[]> files =
        files(
            HEADER
                .replace("MULTIPLEXED", "VECTORIZED")
                .replace("INT_16", "INT_16\nUseBigEndianOrder=YES"));
    files.put("a.eeg", shorts(ByteOrder.BIG_ENDIAN, 1, 2, 3, 10, 20, 30));

    assertValues(all(open(files)), new double[] {0.5, 1, 1.5}, new double[] {20, 40, 60});
  }

  @Test
  void floatsAreReadAndLengthMayBeLeftOpen() throws Exception {
    Map<String, byte[]> files =
        files(HEADER.replace("DataPoints=3\n", "").replace("INT_16", "IEEE_FLOAT_32"));
    ByteBuffer floats = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN);
    floats.putFloat(0.25f).putFloat(1).putFloat(Float.NaN).putFloat(-2);
    files.put("a.eeg", floats.array());

    assertValues(all(open(files)), new double[] {0.125, Double.NaN}, new double[] {2, -4});
  }

  @Test
  void olderLayoutInLatin1MeansMicrovolts() throws Exception {
    Map<String, byte[]> files = files(HEADER);
    String older =
        HEADER.replace("Codepage=UTF-8\n", "").replace("Ch1=Fp1,,0.5,µV", "Ch1=Fp1,,0.5");
    files.put("a.vhdr", (older + "\u00b5").getBytes(ISO_8859_1));

    assertThat(open(files).header().channels().getFirst().unit()).isEqualTo(SignalUnit.MICROVOLT);
  }

  @Test
  void channelWithoutANameIsNamedByItsPlace() throws Exception {
    Map<String, byte[]> files = files(HEADER.replace("Ch1=Fp1,", "Ch1=,"));

    assertThat(open(files).header().channels().getFirst().label()).isEqualTo("signal 1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Brain Vision Data          | Some Other                | MALFORMED   | header
          BinaryFormat=INT_16        | BinaryFormat=INT_24       | UNSUPPORTED | BinaryFormat
          DataFormat=BINARY          | DataFormat=ASCII          | UNSUPPORTED | DataFormat
          MULTIPLEXED                | SIDEWAYS                  | MALFORMED   | DataOrientation
          NumberOfChannels=2         | NumberOfChannels=0        | MALFORMED   | NumberOfChannels
          NumberOfChannels=2         | NumberOfChannels=3        | MALFORMED   | Ch3
          SamplingInterval=4000      | SamplingInterval=0        | MALFORMED   | SamplingInterval
          SamplingInterval=4000      | SamplingInterval=-4       | MALFORMED   | SamplingInterval
          Ch1=Fp1,,0.5               | Ch1=Fp1,,x                | MALFORMED   | Ch1
          Ch1=Fp1,,0.5               | Ch1=Fp1,,0                | MALFORMED   | Ch1
          Ch2=a\\1b                  | Ch2=Fp1                   | MALFORMED   | label
          DataFile=$b.eeg            | DataFile=../b.eeg         | MISSING_OBJECT | DataFile
          MarkerFile=a.vmrk          | MarkerFile=b.vmrk         | MISSING_OBJECT | MarkerFile
          DataPoints=3               | DataPoints=4              | TRUNCATED   | data file
          DataPoints=3               | DataPoints=2              | MALFORMED   | data file
          """)
  void everyBrokenFieldIsNamed(String sound, String broken, Reason reason, String field) {
    MalformedDataException refusal =
        refusal(FORMAT, "a.vhdr", files(HEADER.replace(sound, broken)), ReadOptions.STRICT);

    assertThat(refusal).isNotNull();
    assertThat(refusal.reason()).isEqualTo(reason);
    assertThat(refusal.field()).contains(field);
  }

  @Test
  void offsetOfABrokenValueIsThatOfItsLine() {
    MalformedDataException refusal =
        refusal(FORMAT, "a.vhdr", files(HEADER.replace("=4000", "=x")), ReadOptions.STRICT);

    assertThat(refusal.offset()).isEqualTo(HEADER.indexOf("SamplingInterval"));
  }

  @Test
  void mutatedFilesAreReadOrRefused() {
    new ReaderFuzz(
            FORMAT,
            "a.vhdr",
            files(HEADER),
            ReadOptions.STRICT.withLength(LengthPolicy.WHAT_IS_THERE))
        .run(5, 1_500);
  }
}
