package dev.shardline.storage.s3;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ByteSearchTest {
  /// Neighbours of the character looked for, and bytes beyond ASCII, are not mistaken for it.
  @Test
  void theFirstIsFoundWhereverItStands() {
    Random random = new Random(1);
    byte[] some = {'<', '<' - 1, '<' + 1, (byte) ('<' | 0x80), 0, -1, 'a'};
    for (int round = 0; round < 20_000; round++) {
      byte[] bytes = new byte[random.nextInt(40)];
      for (int i = 0; i < bytes.length; i++) {
        bytes[i] = some[random.nextInt(4) == 0 ? 0 : 1 + random.nextInt(some.length - 1)];
      }
      int to = random.nextInt(bytes.length + 1);
      int from = random.nextInt(to + 1);
      int expected = from;
      while (expected < to && bytes[expected] != '<') {
        expected++;
      }
      assertThat(ByteSearch.indexOf('<', bytes, from, to)).isEqualTo(expected);
    }
  }
}
