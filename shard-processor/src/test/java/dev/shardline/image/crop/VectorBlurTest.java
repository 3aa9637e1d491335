package dev.shardline.image.crop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class VectorBlurTest {
  @Test
  void vectorInstructionsChangeNoBit() {
    Random random = new Random(9);
    for (int round = 0; round < 200; round++) {
      short[] sums = new short[4 + 2 * Long.SIZE];
      for (int i = 0; i < sums.length; i++) {
        sums[i] = (short) random.nextInt(255 * 16 + 1);
      }
      short smallest = (short) (random.nextInt(256) << 8);

      assertThat(BlurredThreshold.compare(sums, Long.SIZE, smallest))
          .isEqualTo(VectorBlur.compare(sums, Long.SIZE, smallest));
    }
  }
}
