package dev.shardline.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardline.data.ElementType;
import dev.shardline.data.Tensor;
import org.junit.jupiter.api.Test;

class ClassMeanTest {
  @Test
  void meanIsTakenElementByElementWhateverTheType() {
    ClassMean mean = new ClassMean();
    mean.add(Tensor.of(ElementType.UINT8, new int[] {2, 2}, new byte[] {0, 1, 2, (byte) 255}));
    mean.add(Tensor.of(ElementType.UINT8, new int[] {2, 2}, new byte[] {4, 1, 0, (byte) 253}));

    assertThat(mean.count()).isEqualTo(2);
    assertThat(mean.mean().orElseThrow().shape()).containsExactly(2, 2);
    assertThat(mean.mean().orElseThrow().toFloats()).containsExactly(2, 1, 1, 254);
  }

  @Test
  void anotherShapeIsLeftOut() {
    ClassMean mean = new ClassMean();
    mean.add(Tensor.ofFloats(new float[] {1, 2}, 2));
    mean.add(Tensor.ofFloats(new float[] {9, 9, 9}, 3));
    mean.add(Tensor.ofFloats(new float[] {3, 4}, 2));

    assertThat(mean.count()).isEqualTo(2);
    assertThat(mean.mean().orElseThrow().toFloats()).containsExactly(2, 3);
  }

  @Test
  void oneRecordHasNoMean() {
    ClassMean mean = new ClassMean();
    mean.add(Tensor.ofFloats(new float[] {1}, 1));
    assertThat(mean.mean()).isEmpty();
  }
}
