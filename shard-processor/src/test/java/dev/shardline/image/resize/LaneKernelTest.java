package dev.shardline.image.resize;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class LaneKernelTest {
  @Test
  void vectorInstructionsChangeNoValue() {
    Random random = new Random(5);
    byte[] from = new byte[400];
    random.nextBytes(from);
    for (int round = 0; round < 500; round++) {
      int count = 1 + random.nextInt(9);
      int[] weights = random.ints(count + 3, -400_000, 1_200_000).toArray();
      byte[] plain = new byte[40];
      byte[] vectors = new byte[40];

      LaneKernel.weighScalars(from, 7, 31, weights, 3, count, plain, 5);
      VectorTaps.weigh(from, 7, 31, weights, 3, count, vectors, 5);

      assertThat(plain).isEqualTo(vectors);
    }
  }
}
