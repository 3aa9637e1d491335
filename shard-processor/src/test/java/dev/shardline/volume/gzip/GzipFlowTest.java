package dev.shardline.volume.gzip;

import static dev.shardline.volume.gzip.GzipFiles.concat;
import static dev.shardline.volume.gzip.GzipFiles.gzip;
import static dev.shardline.volume.gzip.GzipFiles.sample;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shardline.failure.MalformedDataException;
import dev.shardline.failure.Reason;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;

class GzipFlowTest {

  @Test
  void decodesWhatZlibEncodesAtEveryLevelAndStrategy() throws Exception {
    for (int kind = 0; kind < 5; kind++) {
      byte[] data = sample(kind, 150_000);
      for (int level : new int[] {0, 1, 6, 9}) {
        for (int strategy : new int[] {0, Deflater.FILTERED, Deflater.HUFFMAN_ONLY}) {
          assertThat(readAll(gzip(data, level, strategy))).isEqualTo(data);
        }
      }
    }
  }

  @Test
  void decodesShortFilesOfEveryLength() throws Exception {
    for (int length = 0; length < 300; length++) {
      byte[] data = sample(length % 5, length);
      assertThat(readAll(gzip(data, 6, 0))).isEqualTo(data);
    }
  }

  @Test
  void readsAllMembersAndIgnoresZeroPadding() throws Exception {
    byte[] first = sample(1, 100_000);
    byte[] second = sample(2, 77);
    byte[] file = concat(gzip(first, 6, 0), gzip(second, 9, 0), new byte[512]);

    assertThat(readAll(file)).isEqualTo(concat(first, second));
  }

  @Test
  void readsTheOptionalHeaderFields() throws Exception {
    byte[] plain = gzip(sample(1, 1000), 6, 0);
    byte[] header = Arrays.copyOf(plain, 10);
    header[3] = 2 | 4 | 8 | 16;
    byte[] fields = {3, 0, 1, 2, 3, 'n', 0, 'c', 'c', 0, 9, 9};
    byte[] file = concat(header, fields, Arrays.copyOfRange(plain, 10, plain.length));

    assertThat(readAll(file)).isEqualTo(sample(1, 1000));
  }

  @Test
  void refusesEveryTruncation() {
    byte[] file = gzip(sample(1, 5_000), 6, 0);
    for (int length = 2; length < file.length; length++) {
      byte[] cut = Arrays.copyOf(file, length);
      assertThatThrownBy(() -> readAll(cut))
          .isInstanceOfSatisfying(
              MalformedDataException.class,
              e -> {
                assertThat(e.reason()).isEqualTo(Reason.TRUNCATED);
                assertThat(e.offset()).isBetween(0L, (long) cut.length);
              });
    }
  }

  @Test
  void refusesTruncationsAroundTheEndOfEveryWindow() throws Exception {
    byte[] data = sample(0, 150_000);
    byte[] file = gzip(data, 1, 0);
    assertThat(file.length).isGreaterThan(4 << 15);
    for (int window = 1 << 15; window < file.length; window += 1 << 15) {
      for (int length = window - 200; length < Math.min(window + 200, file.length); length++) {
        byte[] cut = Arrays.copyOf(file, length);
        assertThatThrownBy(() -> readAll(cut))
            .isInstanceOfSatisfying(
                MalformedDataException.class,
                e -> assertThat(e.reason()).isEqualTo(Reason.TRUNCATED));
      }
    }
  }

  @Test
  void refusesOrReadsAnyCorruptedFileWithoutAnythingElseHappening() throws Exception {
    Random random = new Random(7);
    byte[] data = sample(1, 4_000);
    byte[] file = gzip(data, 6, 0);
    for (int i = 0; i < 5_000; i++) {
      byte[] broken = file.clone();
      for (int flips = random.nextInt(3); flips >= 0; flips--) {
        broken[10 + random.nextInt(broken.length - 10)] ^= (byte) (1 << random.nextInt(8));
      }
      try {
        assertThat(readAll(broken)).isEqualTo(data);
      } catch (MalformedDataException e) {
        assertThat(e.offset()).isBetween(0L, (long) broken.length);
      }
    }
  }

  @Test
  void neverHandsOutBytesOfAnEarlierStream() {
    byte[] reachingBack = deflatedMatchWithoutHistory();

    assertThatThrownBy(() -> readAll(concat(gzip(sample(1, 1000), 6, 0), reachingBack)))
        .hasMessageContaining("match distance")
        .hasMessageContaining("expected at most 0 bytes back, found 1");
  }

  @Test
  void saysWhereTheChecksumIsWrong() {
    byte[] file = gzip(sample(1, 1000), 6, 0);
    file[file.length - 8] ^= 1;

    assertThatThrownBy(() -> readAll(file))
        .hasMessageContaining("gzip CRC-32 at byte " + (file.length - 8));
  }

  @Test
  void passesPlainBytesThrough() throws Exception {
    byte[] data = sample(0, 1000);
    data[0] = 0;
    assertThat(readAll(data)).isEqualTo(data);
    assertThat(ByteFlow.of(MemorySegment.ofArray(data)).longestPossible()).isEqualTo(1000);
  }

  /// A fixed-code block whose first symbol is a match of length 3 at distance 1.
  private static byte[] deflatedMatchWithoutHistory() {
    byte[] header = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, 0};
    // bits: final 1, type 01, length code 257 = 0000001, distance code 0 = 00000
    return concat(header, new byte[] {0b0000_0011, 0b0000_0010, 0, 0, 0, 0, 0, 0, 0, 0});
  }

  private static byte[] readAll(byte[] file) throws MalformedDataException {
    return GzipFiles.readAll(ByteFlow.of(MemorySegment.ofArray(file)));
  }
}
