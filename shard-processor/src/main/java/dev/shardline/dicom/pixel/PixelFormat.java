package dev.shardline.dicom.pixel;

import dev.shardline.dicom.DicomDataSet;
import dev.shardline.dicom.DicomTag;
import dev.shardline.failure.MalformedDataException;
import dev.shardline.failure.Reason;

/// What a data set says of the pixels of its frames (PS3.3, C.7.6.3.1): grey values of 8 or 16
/// bits.
///
/// @param allocated bits that a pixel takes, 8 or 16
/// @param stored bits of a pixel that hold its value
/// @param highBit the number of the highest of them, from 0
/// @param signed whether values are in two's complement
/// @param inverted whether the least value is white (MONOCHROME1)
public record PixelFormat(
    int rows,
    int columns,
    int frames,
    int allocated,
    int stored,
    int highBit,
    boolean signed,
    boolean inverted) {
  private static final int MOST_FRAMES = 1 << 17;

  /// @throws MalformedDataException WRONG_KIND for colours, UNSUPPORTED for other depths, MALFORMED
  ///   for what cannot be
  public static PixelFormat of(DicomDataSet data) throws MalformedDataException {
    int rows = data.integer(DicomTag.ROWS);
    int columns = data.integer(DicomTag.COLUMNS);
    if (rows == 0 || columns == 0) {
      throw data.malformed(DicomTag.ROWS, "rows and columns", rows + " x " + columns);
    }
    double frames = data.decimalOr(DicomTag.NUMBER_OF_FRAMES, 1);
    if (!(frames >= 1 && frames <= MOST_FRAMES) || frames != Math.rint(frames)) {
      throw data.malformed(DicomTag.NUMBER_OF_FRAMES, "1 to " + MOST_FRAMES, frames + "");
    }
    boolean inverted = requireGrey(data);
    int allocated = data.integer(DicomTag.BITS_ALLOCATED);
    int stored = data.integer(DicomTag.BITS_STORED);
    int highBit = data.integerOr(DicomTag.HIGH_BIT, stored - 1);
    if ((allocated != 8 && allocated != 16) || stored < 1 || stored > allocated) {
      throw new MalformedDataException(
          Reason.UNSUPPORTED,
          "BitsAllocated",
          "8 or 16",
          allocated + " with " + stored + " stored");
    }
    if (highBit < stored - 1 || highBit >= allocated) {
      throw data.malformed(
          DicomTag.HIGH_BIT, (stored - 1) + " to " + (allocated - 1), highBit + "");
    }
    boolean signed = data.integer(DicomTag.PIXEL_REPRESENTATION) == 1;
    return new PixelFormat(
        rows, columns, (int) frames, allocated, stored, highBit, signed, inverted);
  }

  private static boolean requireGrey(DicomDataSet data) throws MalformedDataException {
    if (data.integer(DicomTag.SAMPLES_PER_PIXEL) != 1) {
      throw new MalformedDataException(
          Reason.WRONG_KIND, "SamplesPerPixel", "one grey value per pixel", "colour");
    }
    String photometric = data.text(DicomTag.PHOTOMETRIC_INTERPRETATION).orElse("");
    if (!photometric.equals("MONOCHROME2") && !photometric.equals("MONOCHROME1")) {
      throw new MalformedDataException(
          Reason.WRONG_KIND, "PhotometricInterpretation", "MONOCHROME1 or 2", "another");
    }
    return photometric.equals("MONOCHROME1");
  }

  /// Pixels of one frame.
  public long pixels() {
    return (long) rows * columns;
  }

  int bytesPerPixel() {
    return allocated / Byte.SIZE;
  }

  /// The least value that the stored bits can hold.
  public int lowest() {
    return signed ? -(1 << stored - 1) : 0;
  }

  /// The greatest value that the stored bits can hold.
  public int highest() {
    return signed ? (1 << stored - 1) - 1 : (1 << stored) - 1;
  }

  /// The value of the bits of which `top` is the highest.
  int value(int bits, int top) {
    int lifted = bits << Integer.SIZE - 1 - top;
    int unused = Integer.SIZE - stored;
    return signed ? lifted >> unused : lifted >>> unused;
  }
}
