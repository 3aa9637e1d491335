package dev.shardline.image.crop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardline.image.Image;
import dev.shardline.image.ImageShape;
import dev.shardline.image.Pictures;
import dev.shardline.image.Uint16Image;
import dev.shardline.image.Uint8Image;
import dev.shardline.image.geometry.PixelBox;
import org.junit.jupiter.api.Test;

class BrainContourTest {
  private static PixelBox find(Image image) throws Exception {
    return BrainContour.find(image, BrainContour.STANDARD_THRESHOLD);
  }

  private static byte[] dark(int height, int width) {
    return new byte[height * width];
  }

  private static void fill(byte[] pixels, int width, PixelBox box, int value) {
    for (int y = box.top(); y <= box.bottom(); y++) {
      for (int x = box.left(); x <= box.right(); x++) {
        pixels[y * width + x] = (byte) value;
      }
    }
  }

  @Test
  void theBoxHoldsTheBrightBlockAndNotTheSpeck() throws Exception {
    byte[] pixels = dark(80, 100);
    fill(pixels, 100, new PixelBox(20, 30, 40, 25), 200);
    fill(pixels, 100, new PixelBox(2, 2, 3, 3), 255);

    PixelBox box = find(Uint8Image.of(ImageShape.grey(80, 100), pixels));

    // the blur lifts the pixel beside a bright edge above the threshold
    assertThat(box).isEqualTo(new PixelBox(19, 29, 42, 27));
  }

  @Test
  void aRingCountsWithWhatItEncloses() throws Exception {
    byte[] pixels = dark(120, 120);
    fill(pixels, 120, new PixelBox(10, 10, 70, 70), 200);
    fill(pixels, 120, new PixelBox(18, 18, 54, 54), 0);
    fill(pixels, 120, new PixelBox(85, 5, 30, 110), 200);

    PixelBox box = find(Uint8Image.of(ImageShape.grey(120, 120), pixels));

    assertThat(box.top()).isEqualTo(9);
    assertThat(box.bottom()).isEqualTo(80);
  }

  @Test
  void aNotchOpenToTheBorderIsNoHole() throws Exception {
    byte[] pixels = dark(100, 200);
    fill(pixels, 200, new PixelBox(20, 10, 80, 80), 200);
    fill(pixels, 200, new PixelBox(30, 20, 70, 60), 0);
    fill(pixels, 200, new PixelBox(20, 110, 60, 60), 200);

    PixelBox box = find(Uint8Image.of(ImageShape.grey(100, 200), pixels));

    assertThat(box.left()).isEqualTo(109);
  }

  @Test
  void aDarkPictureIsKeptWhole() throws Exception {
    assertThat(find(Uint8Image.of(ImageShape.grey(30, 40), dark(30, 40))))
        .isEqualTo(new PixelBox(0, 0, 30, 40));
  }

  @Test
  void aBrightPictureIsKeptWhole() throws Exception {
    byte[] pixels = dark(3, 70);
    fill(pixels, 70, new PixelBox(0, 0, 3, 70), 255);

    assertThat(find(Uint8Image.of(ImageShape.grey(3, 70), pixels)))
        .isEqualTo(new PixelBox(0, 0, 3, 70));
  }

  @Test
  void onePixelPicturesAreKeptWhole() throws Exception {
    assertThat(find(Uint8Image.of(ImageShape.grey(1, 1), new byte[] {99})))
        .isEqualTo(new PixelBox(0, 0, 1, 1));
  }

  @Test
  void sixteenBitPicturesAreJudgedStretched() throws Exception {
    short[] pixels = new short[60 * 60];
    for (int y = 20; y < 40; y++) {
      for (int x = 10; x < 50; x++) {
        pixels[y * 60 + x] = 900;
      }
    }

    PixelBox box = find(Uint16Image.of(ImageShape.grey(60, 60), pixels));

    assertThat(box).isEqualTo(new PixelBox(19, 9, 22, 42));
  }

  @Test
  void theFilledAreaDecidesAsAFloodFillWould() throws Exception {
    for (int seed = 0; seed < 60; seed++) {
      Image noise = Pictures.bytes(37 + seed, 90 - seed, 1, seed);
      BitMask mask = new BitMask(noise.height(), noise.width());
      for (int y = 0; y < noise.height(); y++) {
        for (int x = 0; x < noise.width(); x++) {
          if (noise.at(y, x, 0) > 130) {
            mask.set(y, x);
          }
        }
      }
      assertThat(LargestComponent.find(mask)).isEqualTo(FloodFill.largest(mask));
    }
  }
}
