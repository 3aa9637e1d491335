package dev.shardline.image.codec.header;

import dev.shardline.failure.MalformedDataException;
import dev.shardline.failure.Reason;
import java.util.Optional;

/// What an image file's header says, before any pixel is decoded.
///
/// @param format the format by content
/// @param height rows of the picture
/// @param width columns of the picture
/// @param channels channels the decoded picture will have: palettes count as 3, CMYK as 3
/// @param bits significant bits per value as stored: 1, 2, 4, 8, 16 or 32
/// @param pages pictures in the file; more than one only in TIFF
public record ImageHeader(
    ImageFormat format, int height, int width, int channels, int bits, int pages) {

  /// Bytes per value of the decoded picture: 1 up to 8 bits, 2 up to 16, 4 beyond.
  public int valueBytes() {
    return bits <= 8 ? 1 : bits <= 16 ? 2 : 4;
  }

  /// The size of the decoded picture.
  public long pixelBytes() {
    return (long) height * width * channels * valueBytes();
  }

  /// The most memory that decoding takes at any one time: the decoder's own raster and the picture,
  /// and for JPEG the coefficients of a progressive file.
  public long decodingBytes() {
    long coefficients = format == ImageFormat.JPEG ? 2L * height * width * channels : 0;
    return 2 * pixelBytes() + coefficients;
  }

  /// Reads the header of a file whose format its content tells.
  ///
  /// @throws MalformedDataException if the bytes are no readable image, name impossible sizes, or
  ///   end inside the header
  public static ImageHeader of(byte[] file) throws MalformedDataException {
    return read(file, file.length);
  }

  /// Reads the header from a file's first bytes; empty if it lies beyond them.
  ///
  /// @param head the first bytes; all of them where the file is shorter than what was asked for
  /// @param fileLength the length of the whole file
  /// @throws MalformedDataException if these bytes already show that the file is no readable image
  public static Optional<ImageHeader> ofHead(byte[] head, long fileLength)
      throws MalformedDataException {
    try {
      return Optional.of(read(head, fileLength));
    } catch (MalformedDataException e) {
      if (liesBeyond(e, head, fileLength)) {
        return Optional.empty();
      }
      throw e;
    }
  }

  private static boolean liesBeyond(MalformedDataException e, byte[] head, long fileLength) {
    return e.reason() == Reason.TRUNCATED && e.offset() < fileLength && head.length < fileLength;
  }

  private static ImageHeader read(byte[] head, long fileLength) throws MalformedDataException {
    ImageHeader header =
        switch (ImageFormat.of(head)) {
          case JPEG -> JpegHeader.read(head).imageHeader();
          case PNG -> PngHeader.read(head);
          case TIFF -> tiff(head, fileLength);
          case BMP -> BmpHeader.read(head, fileLength);
          case WEBP -> WebpHeader.read(head, fileLength);
        };
    header.requireSize();
    return header;
  }

  /// DICOM leaves its first 128 bytes free, also for the beginning of a TIFF: a file may be both,
  /// or only look like one.
  private static ImageHeader tiff(byte[] head, long fileLength) throws MalformedDataException {
    try {
      return TiffHeader.read(head, fileLength).imageHeader();
    } catch (MalformedDataException e) {
      throw ForeignSignature.isDicom(head) && !liesBeyond(e, head, fileLength)
          ? ImageFormat.unsupported("DICOM with a TIFF preamble, which `decode-volume` reads")
          : e;
    }
  }

  private void requireSize() throws MalformedDataException {
    if (height < 1 || width < 1) {
      throw new MalformedDataException(
          Reason.MALFORMED,
          "image size",
          "at least one row and one column",
          height + " rows and " + width + " columns");
    }
  }
}
