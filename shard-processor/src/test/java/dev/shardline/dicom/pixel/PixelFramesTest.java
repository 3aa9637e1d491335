package dev.shardline.dicom.pixel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shardline.dicom.DicomFile;
import dev.shardline.dicom.DicomParser;
import dev.shardline.failure.MalformedDataException;
import dev.shardline.image.codec.EncodedPictures;
import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PixelFramesTest {
  private static final String EXPLICIT = "1.2.840.10008.1.2.1";
  private static final String BASELINE = "1.2.840.10008.1.2.4.50";
  private static final String LOSSLESS = "1.2.840.10008.1.2.4.70";

  private static PixelFrames frames(DicomFile file) throws MalformedDataException {
    return PixelFrames.of(DicomParser.parse(file.bytes()));
  }

  private static DicomFile slice(String syntax, int rows, int columns) {
    return DicomFile.withoutPixels(syntax, 0, 1, rows, columns);
  }

  private static byte[] lossless(int first) {
    int[] values = new int[12];
    Arrays.setAll(values, i -> first + i);
    return new LosslessEncoder(12, 1, 0, 0).encode(values, 3, 4);
  }

  private static byte[] even(byte[] bytes) {
    return Arrays.copyOf(bytes, bytes.length + bytes.length % 2);
  }

  @Test
  void baselineFramesHaveLibjpegsPixels() throws Exception {
    BufferedImage picture = EncodedPictures.picture(40, 50, BufferedImage.TYPE_BYTE_GRAY);
    byte[] jpeg = EncodedPictures.baselineJpeg(picture, 1, 1, 0, 0.9f);
    DicomFile file =
        slice(BASELINE, 40, 50)
            .number(0x0028_0100, 8)
            .number(0x0028_0101, 8)
            .number(0x0028_0103, 0)
            .encapsulated(new byte[0], jpeg);

    int[] values = frames(file).read(0);

    assertThat(values[0]).isBetween(0, 255);
    assertThat(values).hasSize(2000);
    assertThat(Arrays.stream(values).distinct().count()).isGreaterThan(20);
  }

  @Test
  void aFrameMayLieInSeveralFragments() throws Exception {
    byte[] jpeg = even(lossless(100));
    byte[] first = Arrays.copyOf(jpeg, 40);
    byte[] rest = Arrays.copyOfRange(jpeg, 40, jpeg.length);

    int[] values = frames(slice(LOSSLESS, 3, 4).encapsulated(new byte[0], first, rest)).read(0);

    assertThat(values).startsWith(100, 101, 102).endsWith(111);
  }

  @Test
  void theOffsetTableTellsFramesApart() throws Exception {
    byte[] one = even(lossless(100));
    byte[] two = even(lossless(900));
    byte[] table =
        ByteBuffer.allocate(8)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putInt(0)
            .putInt(one.length + 16)
            .array();
    DicomFile file =
        slice(LOSSLESS, 3, 4)
            .text(0x0028_0008, "IS", "2")
            .encapsulated(
                table, Arrays.copyOf(one, 40), Arrays.copyOfRange(one, 40, one.length), two);

    assertThat(frames(file).read(0)).startsWith(100, 101);
    assertThat(frames(file).read(1)).startsWith(900, 901);
  }

  @Test
  void framesWithoutATableAreOneFragmentEach() throws Exception {
    DicomFile file =
        slice(LOSSLESS, 3, 4)
            .text(0x0028_0008, "IS", "2")
            .encapsulated(new byte[0], lossless(5), lossless(50));

    assertThat(frames(file).read(1)).startsWith(50, 51);
  }

  @Test
  void unusedBitsAreCutOffAndSignsKept() throws Exception {
    DicomFile file =
        slice(EXPLICIT, 1, 3)
            .number(0x0028_0101, 12)
            .number(0x0028_0102, 11)
            .shorts(0xF7FF, 0xF800, 0x0FFF);

    assertThat(frames(file).read(0)).containsExactly(2047, -2048, -1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.2.840.10008.1.2.4.80", "1.2.840.10008.1.2.4.81"})
  void jpegLsIsRefusedByName(String syntax) {
    assertThatThrownBy(() -> frames(slice(syntax, 3, 4).encapsulated(new byte[0], new byte[8])))
        .isInstanceOf(MalformedDataException.class)
        .hasMessageContaining("JPEG_LS");
  }

  @Test
  void twelveBitJpegIsRefusedByName() {
    byte[] frame = {
      -1, -40, -1, -63, 0, 11, 12, 0, 3, 0, 4, 1, 1, 0x11, 0, -1, -38, 0, 8, 1, 1, 0, 0, 63, 0, 0
    };
    DicomFile file = slice("1.2.840.10008.1.2.4.51", 3, 4).encapsulated(new byte[0], frame);

    assertThatThrownBy(() -> frames(file).read(0))
        .isInstanceOf(MalformedDataException.class)
        .hasMessageContaining("12-bit extended JPEG");
  }

  @Test
  void aSmallFileThatClaimsAHugePictureIsRefused() {
    DicomFile file = slice(LOSSLESS, 65_000, 65_000).encapsulated(new byte[0], lossless(1));

    assertThatThrownBy(() -> frames(file))
        .isInstanceOf(MalformedDataException.class)
        .hasMessageContaining("65000 x 65000");
  }
}
