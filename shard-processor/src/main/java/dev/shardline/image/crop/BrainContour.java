package dev.shardline.image.crop;

import dev.shardline.failure.MalformedDataException;
import dev.shardline.image.Image;
import dev.shardline.image.Uint8Image;
import dev.shardline.image.geometry.PixelBox;
import dev.shardline.image.intensity.Depth;
import dev.shardline.image.intensity.Grey;

/// Finds the head in a slice by the usual recipe: grey, Gaussian blur 5x5, brighter than 45, erode
/// twice, dilate twice, the largest outline, its extremes.
///
/// The blur is OpenCV's fixed-point one (1 4 6 4 1, mirrored at the border without repeating it);
/// the largest outline is the 8-connected component that covers most pixels with its holes filled.
/// The box holds the extreme rows and columns themselves; the recipe as often published loses the
/// last of each to a slice that ends before them.
public final class BrainContour {
  /// The usual threshold, of 255.
  public static final int STANDARD_THRESHOLD = 45;

  private BrainContour() {}

  /// The box of the head; of the whole picture if nothing is bright enough. Pictures that are not
  /// 8-bit are judged by a copy stretched to 8 bits.
  ///
  /// @param threshold what a blurred value must exceed, 0 to 254
  /// @throws MalformedDataException NOT_FINITE
  public static PixelBox find(Image image, int threshold) throws MalformedDataException {
    if (threshold < 0 || threshold > 254) {
      throw new IllegalArgumentException("A threshold lies in 0 to 254, unlike " + threshold);
    }
    Uint8Image grey = Depth.stretchedTo8Bits(Grey.of(image));
    BitMask bright = BlurredThreshold.exceeding(grey, threshold);
    BitMask opened = bright.erodedByTwo().dilatedByTwo();
    return LargestComponent.find(opened).orElseGet(() -> PixelBox.whole(grey.shape()));
  }
}
