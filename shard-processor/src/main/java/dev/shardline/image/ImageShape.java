package dev.shardline.image;

/// The extents of a picture, in the order of its axes: rows, columns, channels.
///
/// Channels mean: 1 grey; 2 grey, alpha; 3 red, green, blue; 4 red, green, blue, alpha.
///
/// @param height rows, at least 1
/// @param width columns, at least 1
/// @param channels values per pixel, 1 to 4
public record ImageShape(int height, int width, int channels) {
  /// @throws IllegalArgumentException if an extent is out of range or the picture would have more
  ///   values than an array can hold
  public ImageShape {
    if (height < 1 || width < 1 || channels < 1 || channels > 4) {
      throw new IllegalArgumentException(
          "A picture has at least one row and column and 1 to 4 channels, not %dx%dx%d"
              .formatted(height, width, channels));
    }
    if ((long) height * width > Integer.MAX_VALUE / channels) {
      throw new IllegalArgumentException(
          "A picture of %dx%dx%d has more values than an array can hold"
              .formatted(height, width, channels));
    }
  }

  /// A picture with one value per pixel.
  public static ImageShape grey(int height, int width) {
    return new ImageShape(height, width, 1);
  }

  /// Rows times columns.
  public int pixels() {
    return height * width;
  }

  /// Rows times columns times channels: the length of the pixel array.
  public int values() {
    return pixels() * channels;
  }

  /// Values per row.
  public int rowValues() {
    return width * channels;
  }

  /// The same channels with other rows and columns.
  public ImageShape resized(int newHeight, int newWidth) {
    return new ImageShape(newHeight, newWidth, channels);
  }

  /// The same rows and columns with other channels.
  public ImageShape withChannels(int newChannels) {
    return new ImageShape(height, width, newChannels);
  }

  @Override
  public String toString() {
    return height + "x" + width + "x" + channels;
  }

  void requireValues(int length) {
    if (length != values()) {
      throw new IllegalArgumentException(
          "A picture of %s has %d values, not %d".formatted(this, values(), length));
    }
  }
}
