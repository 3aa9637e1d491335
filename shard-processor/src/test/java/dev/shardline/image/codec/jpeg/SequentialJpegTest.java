package dev.shardline.image.codec.jpeg;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardline.image.codec.EncodedPictures;
import dev.shardline.image.codec.header.JpegFrame;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Optional;
import java.util.Random;
import javax.imageio.ImageReader;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Against libjpeg as the JDK ships it: the same components bit for bit.
class SequentialJpegTest {
  private static final int[][] SIZES = {
    {1, 1}, {8, 8}, {7, 9}, {16, 17}, {17, 16}, {5, 130}, {130, 5}, {64, 128}, {65, 129}, {200, 333}
  };

  private static Optional<byte[]> decode(byte[] file) throws Exception {
    return SequentialJpeg.decode(file, JpegFrame.of(file));
  }

  private static byte[] throughLibjpeg(byte[] file) throws IOException {
    ImageReader reader = jdkReader();
    try (var input = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
      reader.setInput(input);
      Raster raster = reader.readRaster(0, null);
      return ((DataBufferByte) raster.getDataBuffer()).getData();
    } finally {
      reader.dispose();
    }
  }

  private static ImageReader jdkReader() throws IOException {
    Iterator<ImageReaderSpi> all =
        IIORegistry.getDefaultInstance().getServiceProviders(ImageReaderSpi.class, false);
    while (all.hasNext()) {
      ImageReaderSpi provider = all.next();
      if (provider.getClass().getName().endsWith(".sun.imageio.plugins.jpeg.JPEGImageReaderSpi")) {
        return provider.createReaderInstance();
      }
    }
    throw new IOException("The JDK has no JPEG reader");
  }

  @ParameterizedTest
  @CsvSource({"1, 1, 0.3", "1, 1, 0.95", "2, 2, 0.75"})
  void greysEqualLibjpegs(int horizontal, int vertical, float quality) throws Exception {
    for (int[] size : SIZES) {
      BufferedImage picture =
          EncodedPictures.picture(size[0], size[1], BufferedImage.TYPE_BYTE_GRAY);
      byte[] file = EncodedPictures.baselineJpeg(picture, horizontal, vertical, 0, quality);

      assertThat(decode(file)).as("%dx%d", size[0], size[1]).hasValue(throughLibjpeg(file));
    }
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "2, 1", "2, 2"})
  void coloursEqualLibjpegsHoweverTheyAreSampled(int horizontal, int vertical) throws Exception {
    for (int[] size : SIZES) {
      BufferedImage picture =
          EncodedPictures.picture(size[0], size[1], BufferedImage.TYPE_3BYTE_BGR);
      byte[] file = EncodedPictures.baselineJpeg(picture, horizontal, vertical, 0, 0.8f);
      boolean narrow = horizontal == 2 && size[1] <= 4;

      Optional<byte[]> decoded = decode(file);

      assertThat(decoded.isEmpty()).isEqualTo(narrow);
      if (!narrow) {
        assertThat(decoded).as("%dx%d", size[0], size[1]).hasValue(throughLibjpeg(file));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"1", "3", "7", "1000"})
  void restartMarkersAreFollowed(int interval) throws Exception {
    BufferedImage grey = EncodedPictures.picture(70, 90, BufferedImage.TYPE_BYTE_GRAY);
    BufferedImage colour = EncodedPictures.picture(70, 90, BufferedImage.TYPE_3BYTE_BGR);
    byte[] greyFile = EncodedPictures.baselineJpeg(grey, 1, 1, interval, 0.8f);
    byte[] colourFile = EncodedPictures.baselineJpeg(colour, 2, 2, interval, 0.8f);

    assertThat(decode(greyFile)).hasValue(throughLibjpeg(greyFile));
    assertThat(decode(colourFile)).hasValue(throughLibjpeg(colourFile));
  }

  @Test
  void noiseAtTheHighestQualityUsesLongCodesAndLargeValues() throws Exception {
    BufferedImage noise = new BufferedImage(96, 80, BufferedImage.TYPE_BYTE_GRAY);
    Random random = new Random(3);
    for (int i = 0; i < 96 * 80; i++) {
      noise
          .getRaster()
          .setSample(i % 96, i / 96, 0, random.nextBoolean() ? 255 : random.nextInt(40));
    }
    byte[] file = EncodedPictures.baselineJpeg(noise, 1, 1, 0, 1);

    assertThat(decode(file)).hasValue(throughLibjpeg(file));
  }

  @Test
  void progressiveFilesAreDeclined() throws Exception {
    byte[] file =
        EncodedPictures.progressiveJpeg(
            EncodedPictures.picture(40, 40, BufferedImage.TYPE_BYTE_GRAY));

    assertThat(decode(file)).isEmpty();
  }

  @Test
  void everyTruncationIsDeclined() throws Exception {
    byte[] file =
        EncodedPictures.baselineJpeg(
            EncodedPictures.picture(40, 40, BufferedImage.TYPE_3BYTE_BGR), 2, 2, 2, 0.8f);
    JpegFrame frame = JpegFrame.of(file);

    for (int length = 2; length < file.length; length++) {
      assertThat(SequentialJpeg.decode(Arrays.copyOf(file, length), frame)).isEmpty();
    }
  }

  @Test
  void damageIsDeclinedOrDecodedAndNeverThrows() throws Exception {
    byte[] file =
        EncodedPictures.baselineJpeg(
            EncodedPictures.picture(64, 64, BufferedImage.TYPE_3BYTE_BGR), 2, 1, 5, 0.9f);
    JpegFrame frame = JpegFrame.of(file);
    Random random = new Random(17);

    int declined = 0;
    for (int i = 0; i < 4000; i++) {
      byte[] damaged = file.clone();
      for (int change = 0; change <= i % 4; change++) {
        damaged[2 + random.nextInt(file.length - 2)] = (byte) random.nextInt(256);
      }
      declined += SequentialJpeg.decode(damaged, frame).isEmpty() ? 1 : 0;
    }
    assertThat(declined).isBetween(1000, 3999);
  }
}
