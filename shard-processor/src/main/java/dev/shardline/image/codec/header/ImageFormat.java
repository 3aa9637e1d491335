package dev.shardline.image.codec.header;

import dev.shardline.failure.MalformedDataException;
import dev.shardline.failure.Reason;
import java.util.Optional;

/// The image file formats that are read, told apart by their first bytes and never by a file name.
public enum ImageFormat {
  JPEG("JPEG"),
  PNG("PNG"),
  TIFF("TIFF"),
  BMP("BMP"),
  WEBP("WebP");

  private final String title;

  ImageFormat(String title) {
    this.title = title;
  }

  /// As messages name it: `WebP`.
  public String title() {
    return title;
  }

  /// The format of a file's bytes.
  ///
  /// @throws MalformedDataException EMPTY for no bytes, TRUNCATED for fewer than any signature has,
  ///   UNSUPPORTED for anything else, naming what it looks like where that is known
  public static ImageFormat of(byte[] bytes) throws MalformedDataException {
    if (bytes.length == 0) {
      throw new MalformedDataException(Reason.EMPTY, "file", 0, "an image", "no bytes");
    }
    Optional<ImageFormat> format = sniff(bytes);
    if (format.isPresent()) {
      return format.get();
    }
    if (bytes.length < 4) {
      throw new MalformedDataException(
          Reason.TRUNCATED, "signature", 0, "at least 4 bytes", bytes.length + " bytes");
    }
    throw unsupported(ForeignSignature.describe(bytes));
  }

  static MalformedDataException unsupported(String found) {
    return new MalformedDataException(
        Reason.UNSUPPORTED, "signature", 0, "JPEG, PNG, TIFF, BMP or WebP", found);
  }

  /// The format whose signature the bytes begin with, if any.
  public static Optional<ImageFormat> sniff(byte[] bytes) {
    if (Signature.at(bytes, 0, 0xFF, 0xD8, 0xFF)) {
      return Optional.of(JPEG);
    }
    if (Signature.at(bytes, 0, 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A)) {
      return Optional.of(PNG);
    }
    if (TiffHeader.hasSignature(bytes)) {
      return Optional.of(TIFF);
    }
    if (Signature.at(bytes, 0, 'R', 'I', 'F', 'F') && Signature.at(bytes, 8, 'W', 'E', 'B', 'P')) {
      return Optional.of(WEBP);
    }
    return Signature.at(bytes, 0, 'B', 'M') ? Optional.of(BMP) : Optional.empty();
  }
}
