package dev.shardline.demo;

/// A hospital: its scanner and the way it stores pictures.
enum Site {
  /// Grey JPEG of 256 x 256.
  A(256, 256, 0.020, 0.15, 1.0, Encoding.GREY_JPEG),
  /// JPEG stored in colour, taller than wide, with more noise.
  B(280, 236, 0.034, 0.30, 0.85, Encoding.COLOUR_JPEG),
  /// 8-bit PNG, small.
  C(208, 208, 0.012, 0.20, 1.15, Encoding.PNG),
  /// 16-bit TIFF of a research scanner.
  D(192, 192, 0.008, 0.08, 1.0, Encoding.TIFF_16);

  /// How a site stores pictures.
  enum Encoding {
    GREY_JPEG("jpg"),
    COLOUR_JPEG("jpg"),
    PNG("png"),
    TIFF_16("tif");

    private final String extension;

    Encoding(String extension) {
      this.extension = extension;
    }

    String extension() {
      return extension;
    }
  }

  private final int height;
  private final int width;
  private final double noise;
  private final double shading;
  private final double gamma;
  private final Encoding encoding;

  Site(int height, int width, double noise, double shading, double gamma, Encoding encoding) {
    this.height = height;
    this.width = width;
    this.noise = noise;
    this.shading = shading;
    this.gamma = gamma;
    this.encoding = encoding;
  }

  int height() {
    return height;
  }

  int width() {
    return width;
  }

  /// Standard deviation of the noise, of the full range.
  double noise() {
    return noise;
  }

  /// How much brighter one side of the field is than the other.
  double shading() {
    return shading;
  }

  /// The exponent of the display curve.
  double gamma() {
    return gamma;
  }

  Encoding encoding() {
    return encoding;
  }

  /// As file names give it: `site-a`.
  String fileName() {
    return "site-" + Character.toLowerCase(name().charAt(0));
  }
}
