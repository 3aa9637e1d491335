package dev.shardline.volume.dicom;

import dev.shardline.failure.MalformedDataException;
import dev.shardline.failure.Reason;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.Arrays;

/// One grey single-frame picture with its place in the patient.
///
/// @param position centre of the first pixel, x, y, z in mm, LPS as DICOM has it
/// @param orientation direction cosines of a row, then of a column
/// @param spacing mm between rows, then between columns
/// @param data where the stored pixels are decoded from
@SuppressWarnings("ArrayRecordComponent") // identity is never asked of it
record DicomSlice(
    int rows,
    int columns,
    double[] position,
    double[] orientation,
    double[] spacing,
    double instanceNumber,
    DicomDataSet data) {

  static DicomSlice of(DicomDataSet data) throws MalformedDataException {
    int rows = data.integer(DicomTag.ROWS);
    int columns = data.integer(DicomTag.COLUMNS);
    if (rows == 0 || columns == 0) {
      throw data.malformed(DicomTag.ROWS, "rows and columns", rows + " x " + columns);
    }
    requireReadable(data);
    requirePixels(data, rows, columns);
    double[] spacing = data.decimals(DicomTag.PIXEL_SPACING, 2);
    if (!(spacing[0] > 0 && spacing[1] > 0)) {
      throw data.malformed(DicomTag.PIXEL_SPACING, "positive spacing", spacing[0] + "");
    }
    return new DicomSlice(
        rows,
        columns,
        data.decimals(DicomTag.IMAGE_POSITION, 3),
        data.decimals(DicomTag.IMAGE_ORIENTATION, 6),
        spacing,
        data.decimalOr(DicomTag.INSTANCE_NUMBER, 0),
        data);
  }

  private static void requireReadable(DicomDataSet data) throws MalformedDataException {
    if (!data.syntax().isNative() && data.syntax() != TransferSyntax.RLE) {
      throw unsupported("TransferSyntaxUID", "uncompressed or RLE pixels", data.syntax().name());
    }
    if (data.integer(DicomTag.SAMPLES_PER_PIXEL) != 1) {
      throw new MalformedDataException(
          Reason.WRONG_KIND, "SamplesPerPixel", "one grey value per pixel", "colour");
    }
    String photometric = data.text(DicomTag.PHOTOMETRIC_INTERPRETATION).orElse("");
    if (!photometric.equals("MONOCHROME2") && !photometric.equals("MONOCHROME1")) {
      throw new MalformedDataException(
          Reason.WRONG_KIND, "PhotometricInterpretation", "MONOCHROME1 or 2", photometric);
    }
    if (data.decimalOr(DicomTag.NUMBER_OF_FRAMES, 1) > 1) {
      throw unsupported("NumberOfFrames", "single-frame files", "a multi-frame file");
    }
    if (data.text(DicomTag.IMAGE_TYPE).orElse("").contains("MOSAIC")) {
      throw unsupported("ImageType", "one slice per file", "a Siemens mosaic");
    }
    int allocated = data.integer(DicomTag.BITS_ALLOCATED);
    int stored = data.integer(DicomTag.BITS_STORED);
    if ((allocated != 8 && allocated != 16) || stored < 1 || stored > allocated) {
      throw unsupported("BitsAllocated", "8 or 16", allocated + " with " + stored + " stored");
    }
  }

  private static MalformedDataException unsupported(String field, String expected, String found) {
    return new MalformedDataException(Reason.UNSUPPORTED, field, expected, found);
  }

  /// The direction in which slices of this orientation follow each other: rows cross columns.
  double[] normal() {
    double[] o = orientation;
    return new double[] {
      o[1] * o[5] - o[2] * o[4], o[2] * o[3] - o[0] * o[5], o[0] * o[4] - o[1] * o[3]
    };
  }

  /// How far along the normal the slice lies, in mm.
  double distance() {
    double[] n = normal();
    return n[0] * position[0] + n[1] * position[1] + n[2] * position[2];
  }

  /// Writes the values, rescaled, row by row from `at` on.
  void readInto(float[] values, int at) throws MalformedDataException {
    boolean wide = data.integer(DicomTag.BITS_ALLOCATED) == 16;
    byte[] pixels = pixels(wide ? 2 : 1);
    boolean signed = data.integer(DicomTag.PIXEL_REPRESENTATION) == 1;
    int unused = 32 - data.integer(DicomTag.BITS_STORED);
    double slope = data.decimalOr(DicomTag.RESCALE_SLOPE, 1);
    double intercept = data.decimalOr(DicomTag.RESCALE_INTERCEPT, 0);
    MemorySegment segment = MemorySegment.ofArray(pixels);
    ValueLayout.OfShort shorts =
        ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(
            data.syntax() == TransferSyntax.RLE ? ByteOrder.LITTLE_ENDIAN : data.order());
    for (int i = 0; i < rows * columns; i++) {
      int raw = wide ? segment.get(shorts, 2L * i) : pixels[i];
      int value = signed ? raw << unused >> unused : raw << unused >>> unused;
      values[at + i] = (float) (value * slope + intercept);
    }
  }

  private byte[] pixels(int bytesPerPixel) throws MalformedDataException {
    int count = rows * columns;
    if (data.syntax() == TransferSyntax.RLE) {
      return RleFrame.decode(data.bytes(), data.fragments().getFirst(), count, bytesPerPixel);
    }
    int offset = pixelElement(data).offset();
    return Arrays.copyOfRange(data.bytes(), offset, offset + count * bytesPerPixel);
  }

  private static DicomElement pixelElement(DicomDataSet data) throws MalformedDataException {
    return data.element(DicomTag.PIXEL_DATA)
        .orElseThrow(() -> data.missing(DicomTag.PIXEL_DATA, "pixels"));
  }

  /// Checks that the file can hold the pixels it claims, before memory is taken for them.
  private static void requirePixels(DicomDataSet data, int rows, int columns)
      throws MalformedDataException {
    long needed = (long) rows * columns * (data.integer(DicomTag.BITS_ALLOCATED) / 8);
    DicomElement element = pixelElement(data);
    long available = element.length();
    if (data.syntax() == TransferSyntax.RLE) {
      if (data.fragments().size() != 1) {
        throw data.malformed(DicomTag.PIXEL_DATA, "one fragment", data.fragments().size() + "");
      }
      available = data.fragments().getFirst().length() * RleFrame.LARGEST_RATIO;
    }
    if (available < needed) {
      throw new MalformedDataException(
          Reason.TRUNCATED,
          "PixelData",
          element.offset(),
          needed + " bytes for " + rows + " x " + columns,
          available + "");
    }
  }
}
