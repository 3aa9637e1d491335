package dev.shardline.image.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shardline.image.Image;
import dev.shardline.image.ImageShape;
import dev.shardline.image.Pictures;
import dev.shardline.image.Uint8Image;
import org.junit.jupiter.api.Test;

class GeometryTest {
  private static final Image THREE_BY_TWO =
      Uint8Image.of(ImageShape.grey(2, 3), new byte[] {1, 2, 3, 4, 5, 6});

  @Test
  void aBoxCutsItsPixels() {
    assertThat(new PixelBox(1, 1, 1, 2).cut(THREE_BY_TWO).toTensor().bytes()).containsExactly(5, 6);
  }

  @Test
  void aBoxBeyondThePictureIsRefused() {
    assertThatThrownBy(() -> new PixelBox(1, 1, 2, 2).cut(THREE_BY_TWO))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void flipsMirrorTheirAxis() {
    assertThat(Flip.LEFT_RIGHT.apply(THREE_BY_TWO).toTensor().bytes())
        .containsExactly(3, 2, 1, 6, 5, 4);
    assertThat(Flip.TOP_BOTTOM.apply(THREE_BY_TWO).toTensor().bytes())
        .containsExactly(4, 5, 6, 1, 2, 3);
  }

  @Test
  void flippingTwiceGivesThePictureBackInEveryPixelType() {
    for (Image image :
        new Image[] {
          Pictures.bytes(5, 7, 3, 1), Pictures.shorts(4, 6, 1, 2), Pictures.floats(3, 3, 4, 3)
        }) {
      for (Flip flip : Flip.values()) {
        assertThat(flip.apply(flip.apply(image)).toTensor().bytes())
            .isEqualTo(image.toTensor().bytes());
      }
    }
  }

  @Test
  void paddingPutsTheOddRowLast() {
    assertThat(Centred.padOrCrop(THREE_BY_TWO, 3, 4).toTensor().bytes())
        .containsExactly(1, 2, 3, 0, 4, 5, 6, 0, 0, 0, 0, 0);
  }

  @Test
  void croppingKeepsTheMiddle() {
    assertThat(Centred.padOrCrop(THREE_BY_TWO, 1, 1).toTensor().bytes()).containsExactly(5);
  }

  @Test
  void oneAxisMayBePaddedWhileTheOtherIsCut() {
    assertThat(Centred.padOrCrop(THREE_BY_TWO, 4, 1).toTensor().bytes())
        .containsExactly(0, 2, 5, 0);
  }
}
