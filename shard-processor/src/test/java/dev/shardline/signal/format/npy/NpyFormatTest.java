package dev.shardline.signal.format.npy;

import static dev.shardline.signal.format.Reading.all;
import static dev.shardline.signal.format.Reading.assertValues;
import static dev.shardline.signal.format.Reading.refusal;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shardline.failure.MalformedDataException;
import dev.shardline.failure.Reason;
import dev.shardline.signal.EncodedTraces;
import dev.shardline.signal.RecordingReader;
import dev.shardline.signal.SamplingRate;
import dev.shardline.signal.SignalUnit;
import dev.shardline.signal.format.ChannelFilter;
import dev.shardline.signal.format.LengthPolicy;
import dev.shardline.signal.format.ReadOptions;
import dev.shardline.signal.format.ReaderFuzz;
import dev.shardline.signal.format.SampleFiles;
import dev.shardline.signal.format.npy.NpyFormat.TimeAxis;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NpyFormatTest {
  private static final SamplingRate RATE = new SamplingRate(100);
  private static final NpyFormat FORMAT = new NpyFormat(RATE, SignalUnit.MICROVOLT, TimeAxis.LAST);

  private static byte[] npy(String descr, boolean fortran, String shape, byte[] data) {
    String header =
        "{'descr': '%s', 'fortran_order': %s, 'shape': (%s), }\n"
            .formatted(descr, fortran ? "True" : "False", shape);
    ByteBuffer file = ByteBuffer.allocate(10 + header.length() + data.length);
    file.order(ByteOrder.LITTLE_ENDIAN);
    file.put(NpyHeader.MAGIC).put((byte) 1).put((byte) 0).putShort((short) header.length());
    return file.put(header.getBytes(US_ASCII)).put(data).array();
  }

  private static byte[] doubles(double... values) {
    ByteBuffer data = ByteBuffer.allocate(8 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    for (double value : values) {
      data.putDouble(value);
    }
    return data.array();
  }

  private static double[][] values(NpyFormat format, byte[] file) throws Exception {
    return all(format.open(SampleFiles.of(Map.of("a.npy", file)), "a.npy", ReadOptions.STRICT));
  }

  @Test
  void axesMayComeInEitherOrder() throws Exception {
    byte[] data = doubles(1, 2, 3, 4, 5, 6);
    NpyFormat timeFirst = new NpyFormat(RATE, SignalUnit.MICROVOLT, TimeAxis.FIRST);

    assertValues(
        values(FORMAT, npy("<f8", false, "2, 3", data)),
        new double[] {1, 2, 3},
        new double[] {4, 5, 6});
    assertValues(
        values(FORMAT, npy("<f8", true, "2, 3", data)),
        new double[] {1, 3, 5},
        new double[] {2, 4, 6});
    assertValues(
        values(timeFirst, npy("<f8", false, "3, 2", data)),
        new double[] {1, 3, 5},
        new double[] {2, 4, 6});
    assertValues(values(FORMAT, npy("<f8", true, "6,", data)), new double[] {1, 2, 3, 4, 5, 6});
  }

  @ParameterizedTest
  @CsvSource({
    "|i1,1,ff",
    "|u1,255,ff",
    "<i2,-2,feff",
    "<u2,65534,feff",
    ">i2,-2,fffe",
    "<i4,-2,feffffff",
    "<u4,4294967294,feffffff",
    "<i8,-2,feffffffffffffff",
    "<u8,18446744073709551614,feffffffffffffff",
    "<f2,1.5,003e",
    "<f4,1.5,0000c03f",
    ">f8,1.5,3ff8000000000000"
  })
  void everyNumberTypeIsRead(String descr, double expected, String hex) throws Exception {
    byte[] data = HexFormat.of().parseHex(hex);
    double value = descr.equals("|i1") ? -expected : expected;

    assertValues(values(FORMAT, npy(descr, false, "1,", data)), new double[] {value});
  }

  /// Longer than a stretch, and with the values that arithmetic would not leave alone.
  @ParameterizedTest
  @CsvSource({"<f4, false", ">f4, false", "<f4, true"})
  void storedFloatsAreGivenAsTheyAre(String descr, boolean fortran) throws Exception {
    int points = 5000;
    ByteOrder order = descr.startsWith("<") ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
    ByteBuffer data = ByteBuffer.allocate(2 * points * Float.BYTES).order(order);
    float[][] expected = new float[2][points];
    for (int i = 0; i < 2 * points; i++) {
      int row = fortran ? i % 2 : i / points;
      int at = fortran ? i / 2 : i % points;
      expected[row][at] = i % 7 == 0 ? Float.NaN : i * 0.1f - 100;
      data.putFloat(expected[row][at]);
    }
    byte[] file = npy(descr, fortran, "2, " + points, data.array());
    RecordingReader reader =
        FORMAT.open(SampleFiles.of(Map.of("a.npy", file)), "a.npy", ReadOptions.STRICT);

    float[][] rows = new float[2][points + 3];
    reader.read(0, points, rows, 3);
    for (int row = 0; row < 2; row++) {
      assertThat(Arrays.copyOfRange(rows[row], 3, points + 3)).containsExactly(expected[row]);
    }
    float[][] part = new float[2][10];
    reader.read(4090, 4100, part, 0);
    assertThat(part[1]).containsExactly(Arrays.copyOfRange(expected[1], 4090, 4100));
  }

  /// A file of float32 rows, and nothing else, is not decoded before somebody asks; of others the
  /// bytes are let go.
  @ParameterizedTest
  @CsvSource({
    "<f4, false, 24, true",
    ">f4, false, 24, false",
    "<f4, true, 24, false",
    "<i4, false, 24, false",
    "<f4, false, 28, false"
  })
  void rowsOfFloatsStayWhereTheyLie(String descr, boolean fortran, int bytes, boolean stay)
      throws Exception {
    byte[] data = new byte[bytes];
    data[14] = (byte) 0x80;
    data[15] = 0x3f;
    byte[] file = npy(descr, fortran, "2, 3", data);
    SampleFiles files = SampleFiles.of(Map.of("a.npy", file));
    ReadOptions options = ReadOptions.STRICT.withLength(LengthPolicy.WHAT_IS_THERE);
    Optional<EncodedTraces> inPlace = FORMAT.open(files, "a.npy", options).inPlace();

    assertThat(inPlace.isPresent()).isEqualTo(stay);
    if (stay) {
      assertThat(inPlace.get().floats(1)).containsExactly(1, 0, 0);
      ReadOptions second = options.withChannels(ChannelFilter.only("channel 2"));
      assertThat(FORMAT.open(files, "a.npy", second).inPlace()).isEmpty();
    }
  }

  @Test
  void rateAndUnitAreTheGivenOnes() throws Exception {
    RecordingReader reader =
        FORMAT.open(
            SampleFiles.of(Map.of("a.npy", npy("<f8", false, "1, 2", doubles(1, 2)))),
            "a.npy",
            ReadOptions.STRICT);

    assertThat(reader.header().rate()).isEqualTo(RATE);
    assertThat(reader.header().channels().getFirst().unit()).isEqualTo(SignalUnit.MICROVOLT);
    assertThat(reader.header().timePoints()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({
    "<c16,2,UNSUPPORTED", "<f8,'2, 1, 1',WRONG_KIND", "<f8,'0, 2',WRONG_KIND",
    "<f8,'3,',TRUNCATED", "<f8,'1,',MALFORMED", "<f8,'x',MALFORMED",
    "<f8,'1, 999999999999999',WRONG_KIND"
  })
  void whatIsNoSignalIsRefused(String descr, String shape, Reason reason) {
    MalformedDataException refusal =
        refusal(
            FORMAT,
            "a.npy",
            Map.of("a.npy", npy(descr, false, shape, doubles(1, 2))),
            ReadOptions.STRICT);

    assertThat(refusal.reason()).isEqualTo(reason);
  }

  @Test
  void mutatedFilesAreReadOrRefused() {
    byte[] sound = npy("<i2", true, "3, 2", new byte[12]);
    new ReaderFuzz(FORMAT, "a.npy", Map.of("a.npy", sound), ReadOptions.STRICT).run(6, 1_500);
  }
}
