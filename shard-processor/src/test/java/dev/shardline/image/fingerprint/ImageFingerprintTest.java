package dev.shardline.image.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.shardline.image.Image;
import dev.shardline.image.ImageShape;
import dev.shardline.image.Pictures;
import dev.shardline.image.Uint8Image;
import dev.shardline.image.geometry.Flip;
import dev.shardline.image.resize.Resize;
import dev.shardline.image.resize.ResizeFilter;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ImageFingerprintTest {
  private static Image picture(int seed) {
    return Pictures.bytes(120 + seed % 40, 130, 1, seed);
  }

  private static boolean shareAKey(ImageFingerprint first, ImageFingerprint second) {
    long[] keys = second.keys();
    return Arrays.stream(first.keys()).anyMatch(key -> Arrays.binarySearch(keys, key) >= 0);
  }

  private static void assertCopies(Image first, Image second) throws Exception {
    ImageFingerprint one = ImageFingerprint.of(first);
    ImageFingerprint other = ImageFingerprint.of(second);
    assertThat(ImageFingerprint.confirm(one.thumbnail(), other.thumbnail())).isPresent();
    assertThat(shareAKey(one, other)).isTrue();
  }

  @Test
  void mirroredPicturesAreCopies() throws Exception {
    Image image = picture(1);

    assertCopies(image, Flip.LEFT_RIGHT.apply(image));
    assertCopies(image, Flip.TOP_BOTTOM.apply(image));
    assertCopies(image, Flip.TOP_BOTTOM.apply(Flip.LEFT_RIGHT.apply(image)));
  }

  @Test
  void turnedPicturesAreCopies() throws Exception {
    Uint8Image image = Pictures.bytes(64, 64, 1, 9);
    byte[] transposed = new byte[64 * 64];
    for (int i = 0; i < transposed.length; i++) {
      transposed[i] = image.pixels()[i % 64 * 64 + i / 64];
    }
    Image turned = Uint8Image.of(ImageShape.grey(64, 64), transposed);

    assertCopies(image, turned);
    assertCopies(image, Flip.LEFT_RIGHT.apply(turned));
  }

  @Test
  void resizedPicturesAreCopies() throws Exception {
    assertCopies(picture(2), Resize.to(picture(2), 200, 90, ResizeFilter.BICUBIC));
  }

  @Test
  void brighterPicturesOfLessContrastAreCopies() throws Exception {
    Uint8Image image = (Uint8Image) picture(3);
    byte[] pale = new byte[image.pixels().length];
    for (int i = 0; i < pale.length; i++) {
      pale[i] = (byte) (100 + (image.pixels()[i] & 0xFF) / 3);
    }

    assertCopies(image, Uint8Image.of(image.shape(), pale));
  }

  @Test
  void sixteenBitPicturesAreCopiesOfTheirEightBitSelves() throws Exception {
    assertCopies(Pictures.shorts(80, 90, 1, 4), Pictures.bytes(80, 90, 1, 4));
  }

  @Test
  void differentPicturesAreNoCopies() throws Exception {
    Thumbnail first = Thumbnail.of(picture(5));
    Thumbnail second = Thumbnail.of(picture(6));

    assertThat(ImageFingerprint.confirm(first, second)).isEmpty();
    assertThat(first.correlation(second)).isEqualTo(second.correlation(first));
  }

  @Test
  void constantPicturesHaveNoKeysAndNoCopies() throws Exception {
    Image black = Uint8Image.of(ImageShape.grey(60, 60), new byte[3600]);
    ImageFingerprint fingerprint = ImageFingerprint.of(black);

    assertThat(fingerprint.keys()).isEmpty();
    assertThat(ImageFingerprint.confirm(fingerprint.thumbnail(), fingerprint.thumbnail()))
        .isEmpty();
  }

  @Test
  void correlationIsPearsonsOverTheBestSymmetry() throws Exception {
    byte[] left = new byte[Thumbnail.PIXELS];
    byte[] top = new byte[Thumbnail.PIXELS];
    for (int i = 0; i < left.length; i++) {
      left[i] = (byte) (i % 48);
      top[i] = (byte) (2 * (47 - i / 48));
    }

    assertThat(Thumbnail.ofPixels(left).correlation(Thumbnail.ofPixels(top)))
        .isCloseTo(1, within(1e-12));
  }

  /// At the very threshold, white noise added: the hardest copies there are.
  @Test
  void copiesAtTheThresholdShareAKey() throws Exception {
    Random random = new Random(11);
    int copies = 0;
    for (int seed = 0; seed < 300; seed++) {
      byte[] pixels = Thumbnail.of(picture(seed)).toPixels();
      byte[] noisy = new byte[pixels.length];
      for (int i = 0; i < pixels.length; i++) {
        double value = (pixels[i] & 0xFF) + 7 * random.nextGaussian();
        noisy[i] = (byte) Math.clamp(Math.round(value), 0, 255);
      }
      ImageFingerprint one = ImageFingerprint.of(Thumbnail.ofPixels(pixels));
      ImageFingerprint other = ImageFingerprint.of(Thumbnail.ofPixels(noisy));
      if (ImageFingerprint.confirm(one.thumbnail(), other.thumbnail()).isPresent()) {
        copies++;
        assertThat(shareAKey(one, other)).as("picture %d", seed).isTrue();
      }
    }
    assertThat(copies).isBetween(50, 300);
  }

  /// A change of any key means a new version of the probe.
  @Test
  void keysArePinned() throws Exception {
    long[] keys = ImageFingerprint.of(Pictures.bytes(48, 48, 1, 1)).keys();

    assertThat(keys).hasSize(48);
    assertThat(Arrays.hashCode(keys)).isEqualTo(-954258446);
  }
}
