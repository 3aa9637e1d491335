package dev.shardline.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shardline.data.DataKind;
import dev.shardline.data.ElementType;
import org.junit.jupiter.api.Test;

class ImageTest {
  @Test
  void channelsOfAPixelLieSideBySideAndRowsBehindEachOther() {
    Image image =
        Uint8Image.of(new ImageShape(2, 2, 3), new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, -1});

    assertThat(image.at(0, 1, 2)).isEqualTo(6);
    assertThat(image.at(1, 0, 0)).isEqualTo(7);
    assertThat(image.at(1, 1, 2)).isEqualTo(255);
    assertThat(image.kind()).isEqualTo(DataKind.IMAGE);
    assertThat(image.memoryBytes()).isEqualTo(12);
  }

  @Test
  void aGreyPictureIsATensorOfTwoAxesAndAColourPictureOneOfThree() {
    assertThat(Pictures.bytes(4, 5, 1, 0).toTensor().shape()).containsExactly(4, 5);
    assertThat(Pictures.bytes(4, 5, 3, 0).toTensor().shape()).containsExactly(4, 5, 3);
  }

  @Test
  void sixteenBitValuesBecomeLittleEndianTensorBytes() {
    Uint16Image image = Uint16Image.of(ImageShape.grey(1, 2), new short[] {0x0102, (short) 0xFFFE});

    assertThat(image.at(0, 1, 0)).isEqualTo(65_534);
    assertThat(image.toTensor().type()).isEqualTo(ElementType.UINT16);
    assertThat(image.toTensor().bytes()).containsExactly(2, 1, 0xFE, 0xFF);
  }

  @Test
  void floatValuesBecomeAFloatTensor() {
    Float32Image image = Float32Image.of(ImageShape.grey(1, 2), new float[] {0.5f, -3});

    assertThat(image.toTensor().toFloats()).containsExactly(0.5f, -3);
    assertThat(image.memoryBytes()).isEqualTo(8);
  }

  @Test
  void anArrayThatDoesNotFitTheShapeIsRefused() {
    assertThatThrownBy(() -> Uint8Image.of(new ImageShape(2, 2, 3), new byte[11]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("A picture of 2x2x3 has 12 values, not 11");
  }

  @Test
  void aShapeBeyondAnArrayIsRefusedAndNotWrappedRound() {
    assertThatThrownBy(() -> new ImageShape(65_536, 65_536, 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new ImageShape(30_000, 30_000, 3))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new ImageShape(0, 5, 1)).isInstanceOf(IllegalArgumentException.class);
  }
}
