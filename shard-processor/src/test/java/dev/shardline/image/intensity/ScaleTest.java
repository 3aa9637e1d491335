package dev.shardline.image.intensity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.shardline.failure.MalformedDataException;
import dev.shardline.image.Float32Image;
import dev.shardline.image.ImageShape;
import dev.shardline.image.Pictures;
import dev.shardline.image.Uint16Image;
import dev.shardline.image.Uint8Image;
import org.junit.jupiter.api.Test;

class ScaleTest {
  private static Uint8Image bytes(int... values) {
    byte[] pixels = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      pixels[i] = (byte) values[i];
    }
    return Uint8Image.of(ImageShape.grey(1, values.length), pixels);
  }

  @Test
  void theFullRangeOfBytesEndsAtOne() {
    assertThat(Scale.fullRange(bytes(0, 51, 255)).pixels()).containsExactly(0, 51 / 255f, 1);
  }

  @Test
  void theFullRangeOfSixteenBitsEndsAtOne() {
    Uint16Image image = Uint16Image.of(ImageShape.grey(1, 2), new short[] {(short) 65_535, 257});

    assertThat(Scale.fullRange(image).pixels()).containsExactly(1, 257 / 65_535f);
  }

  @Test
  void minMaxReachesBothEnds() throws Exception {
    assertThat(Scale.minMax(bytes(10, 35, 60)).pixels()).containsExactly(0, 0.5f, 1);
  }

  @Test
  void aConstantPictureBecomesZeros() throws Exception {
    assertThat(Scale.minMax(bytes(7, 7)).pixels()).containsExactly(0, 0);
    assertThat(Scale.zScore(bytes(7, 7)).pixels()).containsExactly(0, 0);
    assertThat(Scale.zScoreOfNonzero(bytes(0, 0)).pixels()).containsExactly(0, 0);
  }

  @Test
  void zScoresHaveNoMeanAndUnitDeviation() throws Exception {
    float[] scores = Scale.zScore(Pictures.shorts(20, 30, 1, 5)).pixels();

    double mean = 0;
    double squares = 0;
    for (float score : scores) {
      mean += score / scores.length;
      squares += (double) score * score / scores.length;
    }
    assertThat(mean).isCloseTo(0, within(1e-6));
    assertThat(squares).isCloseTo(1, within(1e-6));
  }

  @Test
  void zerosStayZeroWhereOnlyTheRestIsScored() throws Exception {
    assertThat(Scale.zScoreOfNonzero(bytes(0, 10, 20, 0)).pixels()).containsExactly(0, -1, 1, 0);
  }

  @Test
  void aPictureWithoutNumbersIsRefused() {
    Float32Image image = Float32Image.of(ImageShape.grey(1, 2), new float[] {1, Float.NaN});

    assertThatThrownBy(() -> Scale.minMax(image))
        .isInstanceOf(MalformedDataException.class)
        .hasMessageContaining("pixel values: expected finite numbers");
  }
}
