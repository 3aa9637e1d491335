package dev.shardline.image.codec;

import com.twelvemonkeys.imageio.plugins.tiff.TIFFImageReaderSpi;
import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.ImageReader;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;

/// The one ImageIO reader that is used for each format, whatever else is installed: TwelveMonkeys'
/// for TIFF and WebP, the JDK's own for JPEG, PNG and BMP.
final class ImageIoReaders {
  private static final ImageReaderSpi TIFF = new TIFFImageReaderSpi();
  private static final ImageReaderSpi WEBP = new WebPImageReaderSpi();
  private static final ImageReaderSpi JPEG = ofJdk("jpeg.JPEGImageReaderSpi");
  private static final ImageReaderSpi PNG = ofJdk("png.PNGImageReaderSpi");
  private static final ImageReaderSpi BMP = ofJdk("bmp.BMPImageReaderSpi");

  private ImageIoReaders() {}

  static ImageReader jpeg() {
    return create(JPEG);
  }

  static ImageReader png() {
    return create(PNG);
  }

  static ImageReader tiff() {
    return create(TIFF);
  }

  static ImageReader bmp() {
    return create(BMP);
  }

  static ImageReader webp() {
    return create(WEBP);
  }

  private static ImageReader create(ImageReaderSpi provider) {
    try {
      return provider.createReaderInstance(null);
    } catch (IOException e) {
      throw new IllegalStateException("Cannot create the reader of " + provider, e);
    }
  }

  /// The JDK does not export its providers; they are found by class name among all.
  private static ImageReaderSpi ofJdk(String name) {
    String className = "com.sun.imageio.plugins." + name;
    Iterator<ImageReaderSpi> all =
        IIORegistry.getDefaultInstance().getServiceProviders(ImageReaderSpi.class, false);
    while (all.hasNext()) {
      ImageReaderSpi provider = all.next();
      if (provider.getClass().getName().equals(className)) {
        return provider;
      }
    }
    throw new IllegalStateException("This JDK lacks " + className);
  }
}
