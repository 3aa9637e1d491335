package dev.shardline.signal.format.wav;

import static dev.shardline.signal.format.Reading.all;
import static dev.shardline.signal.format.Reading.assertValues;
import static dev.shardline.signal.format.Reading.refusal;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shardline.failure.MalformedDataException;
import dev.shardline.failure.Reason;
import dev.shardline.signal.RecordingReader;
import dev.shardline.signal.SamplingRate;
import dev.shardline.signal.format.LengthPolicy;
import dev.shardline.signal.format.ReadOptions;
import dev.shardline.signal.format.ReaderFuzz;
import dev.shardline.signal.format.SampleFiles;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WavFormatTest {
  private static final WavFormat FORMAT = new WavFormat();

  /// A file with a chunk of odd length before the sound.
  private static byte[] wav(int code, int channels, int rate, int bits, byte[] data, long stated) {
    ByteBuffer file = ByteBuffer.allocate(12 + 10 + 24 + 8 + data.length);
    file.order(ByteOrder.LITTLE_ENDIAN);
    file.put("RIFF".getBytes(US_ASCII)).putInt(file.capacity() - 8);
    file.put("WAVELIST".getBytes(US_ASCII)).putInt(1).putShort((short) 0);
    file.put("fmt ".getBytes(US_ASCII)).putInt(16);
    file.putShort((short) code).putShort((short) channels).putInt(rate);
    file.putInt(rate * channels * bits / 8);
    file.putShort((short) (channels * bits / 8)).putShort((short) bits);
    return file.put("data".getBytes(US_ASCII)).putInt((int) stated).put(data).array();
  }

  private static RecordingReader open(byte[] file) throws Exception {
    return FORMAT.open(SampleFiles.of(Map.of("a.wav", file)), "a.wav", ReadOptions.STRICT);
  }

  @ParameterizedTest
  @CsvSource({
    "1,8,80ff,128,255",
    "1,16,feff0100,-2,1",
    "1,24,feffff010000,-2,1",
    "1,32,feffffff01000000,-2,1",
    "3,32,0000c03f000080bf,1.5,-1",
    "3,64,000000000000f83f000000000000f0bf,1.5,-1"
  })
  void storedNumbersAreRead(int code, int bits, String hex, double left, double right)
      throws Exception {
    byte[] data = HexFormat.of().parseHex(hex);
    RecordingReader reader = open(wav(code, 2, 44_100, bits, data, data.length));

    assertThat(reader.header().rate()).isEqualTo(new SamplingRate(44_100));
    assertValues(all(reader), new double[] {left}, new double[] {right});
  }

  @Test
  void extensibleHeaderNamesItsFormatInTheTail() throws Exception {
    ByteBuffer file = ByteBuffer.allocate(12 + 8 + 40 + 8 + 4).order(ByteOrder.LITTLE_ENDIAN);
    file.put("RIFF".getBytes(US_ASCII)).putInt(64).put("WAVEfmt ".getBytes(US_ASCII)).putInt(40);
    file.putShort((short) 0xfffe).putShort((short) 1).putInt(8000).putInt(32_000);
    file.putShort((short) 4).putShort((short) 32).putShort((short) 22).putShort((short) 32);
    file.putInt(0).putShort((short) 3).position(60);
    file.put("data".getBytes(US_ASCII)).putInt(4).putFloat(0.5f);

    assertValues(all(open(file.array())), new double[] {0.5});
  }

  @ParameterizedTest
  @CsvSource({
    "2,1,16,4,UNSUPPORTED",
    "1,1,12,4,UNSUPPORTED",
    "1,0,16,4,MALFORMED",
    "1,1,16,6,TRUNCATED",
    "1,1,16,3,MALFORMED"
  })
  void whatIsNoSoundIsRefused(int code, int channels, int bits, long stated, Reason reason) {
    MalformedDataException refusal =
        refusal(
            FORMAT,
            "a.wav",
            Map.of("a.wav", wav(code, channels, 10, bits, new byte[4], stated)),
            ReadOptions.STRICT);

    assertThat(refusal.reason()).isEqualTo(reason);
  }

  @Test
  void zeroRateIsRefusedWithItsOffset() {
    MalformedDataException refusal =
        refusal(
            FORMAT, "a.wav", Map.of("a.wav", wav(1, 1, 0, 16, new byte[4], 4)), ReadOptions.STRICT);

    assertThat(refusal.field()).isEqualTo("sampling rate");
    assertThat(refusal.offset()).isEqualTo(12 + 10 + 8 + 4);
  }

  @Test
  void mutatedFilesAreReadOrRefused() {
    new ReaderFuzz(
            FORMAT,
            "a.wav",
            Map.of("a.wav", wav(1, 2, 100, 24, new byte[18], 18)),
            ReadOptions.STRICT.withLength(LengthPolicy.WHAT_IS_THERE))
        .run(7, 1_500);
  }
}
