package dev.shardline.image.intensity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardline.image.Float32Image;
import dev.shardline.image.Image;
import dev.shardline.image.ImageShape;
import dev.shardline.image.Uint16Image;
import dev.shardline.image.Uint8Image;
import org.junit.jupiter.api.Test;

class GreyTest {
  private static final ImageShape RGB = new ImageShape(1, 2, 3);

  @Test
  void eightBitColoursUsePillowsWeightsAndRounding() {
    Image grey = Grey.of(Uint8Image.of(RGB, new byte[] {10, 20, 30, (byte) 200, 0, (byte) 255}));

    assertThat(grey.at(0, 0, 0)).isEqualTo((19_595 * 10 + 38_470 * 20 + 7_471 * 30 + 32_768) >> 16);
    assertThat(grey.at(0, 1, 0)).isEqualTo((19_595 * 200 + 7_471 * 255 + 32_768) >> 16);
  }

  @Test
  void equalColoursGiveThatGreyAtEveryDepth() {
    for (int value : new int[] {0, 1, 127, 128, 254, 255}) {
      byte level = (byte) value;
      Image grey =
          Grey.of(Uint8Image.of(new ImageShape(1, 1, 3), new byte[] {level, level, level}));
      assertThat(grey.at(0, 0, 0)).isEqualTo(value);
    }
    for (int value : new int[] {0, 1, 32_768, 65_534, 65_535}) {
      short level = (short) value;
      Image grey =
          Grey.of(Uint16Image.of(new ImageShape(1, 1, 3), new short[] {level, level, level}));
      assertThat(grey.at(0, 0, 0)).isEqualTo(value);
    }
  }

  @Test
  void alphaIsDropped() {
    ImageShape greyAlpha = new ImageShape(1, 2, 2);

    assertThat(Grey.of(Uint8Image.of(greyAlpha, new byte[] {5, 99, 7, 98})).toTensor().bytes())
        .containsExactly(5, 7);
  }

  @Test
  void floatsAreWeighedUnrounded() {
    Image grey = Grey.of(Float32Image.of(RGB, new float[] {1, 0, 0, 0, 1, 0.5f}));

    assertThat(grey.at(0, 0, 0)).isEqualTo(0.299f);
    assertThat(grey.at(0, 1, 0)).isEqualTo((float) (0.587 + 0.114 * 0.5));
  }

  @Test
  void aGreyPictureIsGivenBack() {
    Image grey = Uint8Image.of(ImageShape.grey(1, 2), new byte[] {1, 2});

    assertThat(Grey.of(grey)).isSameAs(grey);
  }
}
