package dev.shardline.image.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shardline.failure.MalformedDataException;
import dev.shardline.failure.Reason;
import dev.shardline.image.Image;
import dev.shardline.image.ImageShape;
import dev.shardline.image.Uint16Image;
import dev.shardline.image.Uint8Image;
import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.OptionalInt;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StandardImageDecoderTest {
  private static final ImageDecoder DECODER = new StandardImageDecoder();

  private static Image decode(byte[] file) throws MalformedDataException {
    return DECODER.decode(file, DecodeOptions.STANDARD);
  }

  private static Reason refusal(byte[] file) {
    try {
      return refused(decode(file));
    } catch (MalformedDataException e) {
      return e.reason();
    }
  }

  private static Reason refused(Image image) {
    throw new AssertionError("Expected a refusal, got " + image);
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "bmp", "tiff"})
  void losslessColourFilesGiveTheirPixels(String format) throws Exception {
    BufferedImage picture = EncodedPictures.picture(19, 31, BufferedImage.TYPE_3BYTE_BGR);

    Image image = decode(EncodedPictures.file(format, picture));

    assertThat(image).isInstanceOf(Uint8Image.class);
    assertSamePixels(image, picture);
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "tiff"})
  void sixteenBitFilesStaySixteenBits(String format) throws Exception {
    BufferedImage picture = EncodedPictures.picture(9, 14, BufferedImage.TYPE_USHORT_GRAY);

    Image image = decode(EncodedPictures.file(format, picture));

    assertThat(image).isInstanceOf(Uint16Image.class);
    assertSamePixels(image, picture);
  }

  @Test
  void alphaIsAChannelOfItsOwn() throws Exception {
    BufferedImage picture = EncodedPictures.picture(9, 14, BufferedImage.TYPE_4BYTE_ABGR);

    Image image = decode(EncodedPictures.file("png", picture));

    assertThat(image.channels()).isEqualTo(4);
    assertSamePixels(image, picture);
  }

  @ParameterizedTest
  @ValueSource(
      ints = {
        BufferedImage.TYPE_BYTE_GRAY,
        BufferedImage.TYPE_USHORT_GRAY,
        BufferedImage.TYPE_3BYTE_BGR
      })
  void aTransparentColourGivesNoChannel(int type) throws Exception {
    BufferedImage picture = EncodedPictures.picture(9, 14, type);
    byte[] opaque = EncodedPictures.file("png", picture);
    int channels = picture.getRaster().getNumBands();

    Image image = decode(withChunkBehindHeader(opaque, "tRNS", new byte[2 * channels]));

    assertThat(image.channels()).isEqualTo(channels);
    assertSamePixels(image, picture);
  }

  private static byte[] withChunkBehindHeader(byte[] png, String type, byte[] data) {
    int start = 33;
    ByteBuffer file = ByteBuffer.allocate(png.length + data.length + 12);
    file.put(png, 0, start).putInt(data.length);
    file.put(type.getBytes(StandardCharsets.US_ASCII)).put(data);
    CRC32 checksum = new CRC32();
    checksum.update(file.array(), start + 4, data.length + 4);
    return file.putInt((int) checksum.getValue()).put(png, start, png.length - start).array();
  }

  @Test
  void palettesBecomeRedGreenBlue() throws Exception {
    BufferedImage picture = EncodedPictures.picture(9, 14, BufferedImage.TYPE_BYTE_INDEXED);

    Image image = decode(EncodedPictures.file("png", picture));

    assertThat(image.channels()).isEqualTo(3);
    for (int y = 0; y < 9; y++) {
      for (int x = 0; x < 14; x++) {
        assertThat((int) image.at(y, x, 1)).isEqualTo(picture.getRGB(x, y) >> 8 & 0xFF);
      }
    }
  }

  @Test
  void oneBitGreysAreStretchedToTheFullRange() throws Exception {
    BufferedImage picture = EncodedPictures.picture(9, 14, BufferedImage.TYPE_BYTE_BINARY);

    Image image = decode(EncodedPictures.file("png", picture));

    for (int y = 0; y < 9; y++) {
      for (int x = 0; x < 14; x++) {
        int bit = picture.getRaster().getSample(x, y, 0);
        assertThat((int) image.at(y, x, 0)).isEqualTo(bit * 255);
      }
    }
  }

  @Test
  void greyAndColourJpegsComeOutNearWhatWentIn() throws Exception {
    for (int type : new int[] {BufferedImage.TYPE_BYTE_GRAY, BufferedImage.TYPE_3BYTE_BGR}) {
      BufferedImage picture = EncodedPictures.picture(40, 50, type);
      for (byte[] file :
          new byte[][] {
            EncodedPictures.file("jpeg", picture), EncodedPictures.progressiveJpeg(picture)
          }) {
        Image image = decode(file);
        assertThat(image.channels()).isEqualTo(picture.getRaster().getNumBands());
        assertThat(meanDifference(image, picture)).isLessThan(12);
      }
    }
  }

  @Test
  void losslessWebpGivesItsPixels() throws Exception {
    Image image = decode(WebpSample.LOSSLESS);

    assertThat(image.shape()).isEqualTo(new ImageShape(9, 12, 3));
    for (int y = 0; y < 9; y++) {
      for (int x = 0; x < 12; x++) {
        for (int channel = 0; channel < 3; channel++) {
          assertThat((int) image.at(y, x, channel))
              .isEqualTo((7 * x + 5 * (channel + 1) * y) % 256);
        }
      }
    }
  }

  @Test
  void lossyWebpGivesAPictureOfItsSize() throws Exception {
    assertThat(decode(WebpSample.LOSSY).shape()).isEqualTo(new ImageShape(9, 12, 3));
  }

  @Test
  void severalPagesNeedAChoice() throws Exception {
    BufferedImage first = EncodedPictures.picture(9, 14, BufferedImage.TYPE_BYTE_GRAY);
    BufferedImage second = EncodedPictures.picture(11, 6, BufferedImage.TYPE_BYTE_GRAY);
    byte[] file = EncodedPictures.file("tiff", first, second);
    DecodeOptions secondPage =
        new DecodeOptions(OptionalInt.of(1), DecodeOptions.STANDARD_MEMORY_LIMIT);
    DecodeOptions thirdPage =
        new DecodeOptions(OptionalInt.of(2), DecodeOptions.STANDARD_MEMORY_LIMIT);

    assertThat(refusal(file)).isEqualTo(Reason.UNSUPPORTED);
    assertSamePixels(DECODER.decode(file, secondPage), second);
    assertThatThrownBy(() -> DECODER.decode(file, thirdPage))
        .hasMessage("pages: expected a page 2, found 2 pages from 0");
  }

  @ParameterizedTest
  @ValueSource(strings = {"jpeg", "png", "bmp", "tiff"})
  void everyTruncationIsRefused(String format) {
    BufferedImage picture = EncodedPictures.picture(24, 24, BufferedImage.TYPE_3BYTE_BGR);
    byte[] file = EncodedPictures.file(format, picture);

    for (int length = 8; length < file.length - 2; length += 1 + length / 17) {
      assertThat(refusal(Arrays.copyOf(file, length)))
          .as("%s cut to %d of %d bytes", format, length, file.length)
          .isIn(Reason.TRUNCATED, Reason.MALFORMED);
    }
  }

  @Test
  void aTruncatedJpegIsCalledTruncated() {
    byte[] file =
        EncodedPictures.file("jpeg", EncodedPictures.picture(64, 64, BufferedImage.TYPE_BYTE_GRAY));

    assertThat(refusal(Arrays.copyOf(file, file.length / 2 + 300))).isEqualTo(Reason.TRUNCATED);
  }

  @Test
  void anEmptyFileIsCalledEmpty() {
    assertThat(refusal(new byte[0])).isEqualTo(Reason.EMPTY);
  }

  @ParameterizedTest
  @CsvSource({"GIF89a.., GIF", "%PDF-1.7, PDF", "<!DOCTYPE html>, 'markup (HTML, XML or SVG)'"})
  void otherFilesAreNamed(String start, String name) {
    byte[] file = start.getBytes(StandardCharsets.US_ASCII);

    assertThatThrownBy(() -> decode(file))
        .hasMessage("signature at byte 0: expected JPEG, PNG, TIFF, BMP or WebP, found " + name);
  }

  @ParameterizedTest
  @ValueSource(ints = {42, 43})
  void aDicomFileWithATiffPreambleIsNamed(int version) {
    byte[] file = new byte[400];
    System.arraycopy(new byte[] {'I', 'I', (byte) version, 0}, 0, file, 0, 4);
    System.arraycopy("DICM".getBytes(StandardCharsets.US_ASCII), 0, file, 128, 4);

    assertThatThrownBy(() -> decode(file))
        .isInstanceOfSatisfying(
            MalformedDataException.class, e -> assertThat(e.reason()).isEqualTo(Reason.UNSUPPORTED))
        .hasMessageContaining("found DICOM with a TIFF preamble, which `decode-volume` reads");
  }

  @Test
  void aTiffThatIsDicomTooIsATiff() throws Exception {
    BufferedImage picture = EncodedPictures.picture(32, 32, BufferedImage.TYPE_BYTE_GRAY);
    byte[] both = EncodedPictures.file("tiff", picture);
    System.arraycopy("DICM".getBytes(StandardCharsets.US_ASCII), 0, both, 128, 4);

    assertThat(decode(both).width()).isEqualTo(32);
  }

  @Test
  void aHugePictureIsRefusedByItsHeaderAlone() {
    byte[] file =
        EncodedPictures.file("png", EncodedPictures.picture(4, 4, BufferedImage.TYPE_BYTE_GRAY));
    putInt(file, 16, 30_000);
    putInt(file, 20, 30_000);

    assertThatThrownBy(() -> decode(file))
        .isInstanceOfSatisfying(
            MalformedDataException.class, e -> assertThat(e.reason()).isEqualTo(Reason.TOO_LARGE))
        .hasMessageContaining("30000 x 30000 pixels");
  }

  @Test
  void aDamagedPngChunkIsRefused() {
    byte[] file =
        EncodedPictures.file("png", EncodedPictures.picture(24, 24, BufferedImage.TYPE_BYTE_GRAY));
    file[60] ^= 1;

    assertThat(refusal(file)).isEqualTo(Reason.MALFORMED);
  }

  private static void putInt(byte[] file, int offset, int value) {
    for (int i = 0; i < 4; i++) {
      file[offset + i] = (byte) (value >> 24 - 8 * i);
    }
  }

  private static void assertSamePixels(Image image, BufferedImage picture) {
    assertThat(image.height()).isEqualTo(picture.getHeight());
    assertThat(image.width()).isEqualTo(picture.getWidth());
    assertThat(image.channels()).isEqualTo(picture.getRaster().getNumBands());
    assertThat(meanDifference(image, picture)).isZero();
  }

  private static double meanDifference(Image image, BufferedImage picture) {
    double sum = 0;
    for (int y = 0; y < image.height(); y++) {
      for (int x = 0; x < image.width(); x++) {
        for (int band = 0; band < image.channels(); band++) {
          sum += Math.abs(image.at(y, x, band) - picture.getRaster().getSample(x, y, band));
        }
      }
    }
    return sum / image.shape().values();
  }
}
