package dev.shardline.image.codec.jpeg;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class InverseTransformTest {
  @Test
  void vectorInstructionsChangeNoValue() {
    Random random = new Random(11);
    for (int round = 0; round < 200; round++) {
      int[] coefficients = new int[2 * ZigzagOrder.BATCH];
      for (int i = 0; i < coefficients.length; i++) {
        coefficients[i] = random.nextInt(4) == 0 ? random.nextInt(-2048, 2048) : 0;
      }
      byte[] plain = new byte[2 * 8 * 128];
      byte[] vectors = new byte[plain.length];

      new PlainInverseTransform().apply(coefficients, ZigzagOrder.BATCH, plain, 128, 256 - 128);
      new VectorInverseTransform().apply(coefficients, ZigzagOrder.BATCH, vectors, 128, 256 - 128);

      assertThat(plain).isEqualTo(vectors).isNotEqualTo(new byte[plain.length]);
    }
  }
}
