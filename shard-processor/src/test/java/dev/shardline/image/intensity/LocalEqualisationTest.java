package dev.shardline.image.intensity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shardline.failure.MalformedDataException;
import dev.shardline.image.Float32Image;
import dev.shardline.image.ImageShape;
import dev.shardline.image.Uint8Image;
import dev.shardline.volume.ReferenceNoise;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocalEqualisationTest {
  /// The checksums of OpenCV 5.0.0 (tests/judges/make_intensity_reference.py).
  @ParameterizedTest
  @CsvSource({
    "64, 64, 2.0, 8, e9d0270b",
    "61, 75, 2.0, 8, 7c0fd134",
    "50, 48, 40.0, 4, 935a84ee",
    "64, 40, 0.0, 8, c25196b5",
    "33, 64, 1.0, 2, 9031c4bf"
  })
  void everyPixelIsOpenCvs(int height, int width, double clipLimit, int tiles, String checksum)
      throws MalformedDataException {
    Uint8Image equalised = new LocalEqualisation(clipLimit, tiles).apply(picture(height, width));
    CRC32 crc = new CRC32();
    crc.update(equalised.pixels());
    assertThat("%08x".formatted(crc.getValue())).isEqualTo(checksum);
  }

  private static Uint8Image picture(int height, int width) {
    ReferenceNoise noise = new ReferenceNoise(11);
    byte[] pixels = new byte[height * width];
    for (int i = 0; i < pixels.length; i++) {
      int x = i % width;
      int y = i / width;
      pixels[i] = (byte) ((x + 2 * y) / 3 % 200 + noise.next() % 56);
    }
    return Uint8Image.of(ImageShape.grey(height, width), pixels);
  }

  @Test
  void anythingButEightBitGreyIsRefusedWithWhatToDo() {
    LocalEqualisation equalisation = new LocalEqualisation(2, 8);
    assertThatThrownBy(
            () -> equalisation.apply(Float32Image.of(ImageShape.grey(8, 8), new float[64])))
        .isInstanceOf(MalformedDataException.class)
        .hasMessageContaining("to-8-bit");
    assertThatThrownBy(
            () -> equalisation.apply(Uint8Image.of(ImageShape.grey(4, 40), new byte[160])))
        .isInstanceOf(MalformedDataException.class)
        .hasMessageContaining("a pixel for each tile");
  }
}
