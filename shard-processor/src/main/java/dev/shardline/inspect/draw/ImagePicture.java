package dev.shardline.inspect.draw;

import dev.shardline.image.Image;
import dev.shardline.image.Uint8Image;
import java.awt.image.BufferedImage;

/// A decoded picture as one that can be drawn.
final class ImagePicture {
  private ImagePicture() {}

  /// Greys through the window, colours of 8 bits as they are; alpha is left out.
  static BufferedImage of(Image image, GreyWindow window) {
    if (image.channels() < 3) {
      GreyWindow shown = image instanceof Uint8Image ? new GreyWindow(0, 255) : window;
      return shown.picture(PictureSheet.plane(image, 0));
    }
    GreyWindow shown = image instanceof Uint8Image ? new GreyWindow(0, 255) : window;
    BufferedImage picture =
        new BufferedImage(image.width(), image.height(), BufferedImage.TYPE_INT_RGB);
    for (int row = 0; row < image.height(); row++) {
      for (int column = 0; column < image.width(); column++) {
        int red = shown.grey(image.at(row, column, 0));
        int green = shown.grey(image.at(row, column, 1));
        int blue = shown.grey(image.at(row, column, 2));
        picture.setRGB(column, row, red << 16 | green << 8 | blue);
      }
    }
    return picture;
  }
}
