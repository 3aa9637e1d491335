package dev.shardline.image.resize;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardline.image.Float32Image;
import dev.shardline.image.Image;
import dev.shardline.image.ImageShape;
import dev.shardline.image.Pictures;
import dev.shardline.image.Uint16Image;
import dev.shardline.image.Uint8Image;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ResizeTest {
  private static byte[] resized(Image image, int height, int width, ResizeFilter filter) {
    return Resize.to(image, height, width, filter).toTensor().bytes();
  }

  /// Pinned against Pillow 13.0.0: `Image.fromarray(np.uint8([[...]])).resize((w, h), filter)`.
  @Test
  void smallPicturesEqualPillows() {
    Image ramp =
        Uint8Image.of(
            ImageShape.grey(3, 4),
            new byte[] {0, 10, 20, 30, 40, (byte) 150, 60, 70, 80, 90, (byte) 250, (byte) 255});

    assertThat(resized(ramp, 2, 3, ResizeFilter.NEAREST)).containsExactly(0, 20, 30, 80, 250, 255);
    assertThat(resized(ramp, 4, 5, ResizeFilter.NEAREST))
        .containsExactly(
            0, 10, 20, 20, 30, 40, 150, 60, 60, 70, 40, 150, 60, 60, 70, 80, 90, 250, 250, 255);
    assertThat(resized(ramp, 2, 3, ResizeFilter.BOX)).containsExactly(20, 60, 50, 80, 170, 255);
    assertThat(resized(ramp, 4, 5, ResizeFilter.BOX))
        .containsExactly(
            0, 10, 20, 20, 30, 40, 150, 60, 60, 70, 40, 150, 60, 60, 70, 80, 90, 250, 250, 255);
    assertThat(resized(ramp, 2, 3, ResizeFilter.BILINEAR))
        .containsExactly(29, 49, 42, 79, 146, 184);
    assertThat(resized(ramp, 4, 5, ResizeFilter.BILINEAR))
        .containsExactly(
            0, 7, 15, 23, 30, 25, 76, 71, 48, 55, 55, 106, 129, 134, 139, 80, 87, 170, 251, 255);
    assertThat(resized(ramp, 2, 3, ResizeFilter.HAMMING)).containsExactly(17, 40, 39, 75, 152, 202);
    assertThat(resized(ramp, 4, 5, ResizeFilter.HAMMING))
        .containsExactly(
            0, 9, 15, 21, 30, 31, 106, 84, 52, 61, 49, 125, 120, 105, 113, 80, 89, 170, 251, 255);
    assertThat(resized(ramp, 2, 3, ResizeFilter.BICUBIC)).containsExactly(26, 45, 32, 75, 152, 189);
    assertThat(resized(ramp, 4, 5, ResizeFilter.BICUBIC))
        .containsExactly(
            0, 0, 10, 22, 28, 19, 85, 71, 30, 42, 54, 116, 140, 133, 142, 82, 73, 173, 255, 255);
    assertThat(resized(ramp, 2, 3, ResizeFilter.LANCZOS)).containsExactly(28, 44, 24, 75, 157, 189);
    assertThat(resized(ramp, 4, 5, ResizeFilter.LANCZOS))
        .containsExactly(
            0, 0, 9, 27, 31, 12, 83, 69, 11, 29, 57, 119, 155, 139, 153, 85, 63, 172, 255, 255);
  }

  @ParameterizedTest
  @EnumSource(ResizeFilter.class)
  void aConstantPictureStaysConstant(ResizeFilter filter) {
    byte[] pixels = new byte[13 * 9];
    Arrays.fill(pixels, (byte) 201);
    Image image = Uint8Image.of(ImageShape.grey(13, 9), pixels);

    assertThat(resized(image, 7, 20, filter)).containsOnly(201);
  }

  @ParameterizedTest
  @EnumSource(ResizeFilter.class)
  void channelsAreResizedAsIfTheyWereAlone(ResizeFilter filter) {
    Uint8Image colours = Pictures.bytes(21, 34, 3, 4);
    byte[] green = new byte[21 * 34];
    for (int i = 0; i < green.length; i++) {
      green[i] = colours.pixels()[3 * i + 1];
    }
    Image alone = Resize.to(Uint8Image.of(ImageShape.grey(21, 34), green), 10, 50, filter);
    Image together = Resize.to(colours, 10, 50, filter);

    for (int y = 0; y < 10; y++) {
      for (int x = 0; x < 50; x++) {
        assertThat(together.at(y, x, 1)).isEqualTo(alone.at(y, x, 0));
      }
    }
  }

  @ParameterizedTest
  @EnumSource(ResizeFilter.class)
  void bytesFollowFloatsWithinTheRoundingOfTwoPasses(ResizeFilter filter) {
    Uint8Image bytes = farFromBlackAndWhite(Pictures.bytes(40, 50, 1, 8));
    float[] values = new float[bytes.pixels().length];
    for (int i = 0; i < values.length; i++) {
      values[i] = bytes.pixels()[i] & 0xFF;
    }
    Image exact = Resize.to(Float32Image.of(bytes.shape(), values), 23, 61, filter);
    Image rounded = Resize.to(bytes, 23, 61, filter);

    for (int y = 0; y < 23; y++) {
      for (int x = 0; x < 61; x++) {
        assertThat(Math.abs(rounded.at(y, x, 0) - exact.at(y, x, 0))).isLessThan(1.5);
      }
    }
  }

  /// Values that no kernel overshoots beyond 0 or 255, where bytes are cut off after each pass.
  private static Uint8Image farFromBlackAndWhite(Uint8Image image) {
    byte[] pixels = new byte[image.pixels().length];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) (64 + (image.pixels()[i] & 0xFF) / 2);
    }
    return Uint8Image.of(image.shape(), pixels);
  }

  @Test
  void overshootOfSixteenBitsStaysWithinTheirRange() {
    short[] edge = new short[16];
    Arrays.fill(edge, 8, 16, (short) 65_535);
    Image image = Uint16Image.of(ImageShape.grey(1, 16), edge);

    Image enlarged = Resize.to(image, 1, 64, ResizeFilter.LANCZOS);

    assertThat(enlarged.at(0, 0, 0)).isZero();
    assertThat(enlarged.at(0, 27, 0)).isZero();
    assertThat(enlarged.at(0, 36, 0)).isEqualTo(65_535);
    assertThat(enlarged.at(0, 63, 0)).isEqualTo(65_535);
  }

  @Test
  void theSameSizeIsTheSamePicture() {
    Image image = Pictures.bytes(5, 6, 1, 1);

    assertThat(Resize.to(image, 5, 6, ResizeFilter.LANCZOS)).isSameAs(image);
  }
}
