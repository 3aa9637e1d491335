package dev.shardline.volume.dicom;

import dev.shardline.dicom.DicomDataSet;
import dev.shardline.dicom.DicomTag;
import dev.shardline.dicom.pixel.PixelFormat;
import dev.shardline.failure.MalformedDataException;
import dev.shardline.failure.Reason;
import dev.shardline.volume.dicom.DicomOptions.Monochrome1;
import dev.shardline.volume.dicom.DicomOptions.Padding;
import dev.shardline.volume.dicom.GreyLevelWindow.Shape;
import org.jspecify.annotations.Nullable;

/// From a frame's stored values to a volume's: turned over, rescaled, windowed. Padding comes out
/// as NaN where it is to be replaced.
///
/// @param mirror what a stored value is taken from to turn it over, if `inverted`
/// @param window what grey levels are spread by, if any
/// @param firstPadding the least padding value; above `lastPadding` if there is none
record ValueMapping(
    boolean inverted,
    int mirror,
    double slope,
    double intercept,
    @Nullable GreyLevelWindow window,
    int firstPadding,
    int lastPadding) {
  private static final DicomTag RESCALE = DicomTag.PIXEL_VALUE_TRANSFORMATION_SEQUENCE;

  static ValueMapping of(
      DicomDataSet data, FrameFacts facts, PixelFormat format, DicomOptions options)
      throws MalformedDataException {
    requireNoTable(data);
    int[] padding = padding(data, format, options);
    return new ValueMapping(
        format.inverted() && options.monochrome1() == Monochrome1.INVERT,
        format.lowest() + format.highest(),
        facts.decimalOr(RESCALE, DicomTag.RESCALE_SLOPE, 1),
        facts.decimalOr(RESCALE, DicomTag.RESCALE_INTERCEPT, 0),
        window(data, facts, options),
        padding[0],
        padding[1]);
  }

  /// A table would stand in place of slope and intercept.
  private static void requireNoTable(DicomDataSet data) throws MalformedDataException {
    if (data.element(DicomTag.MODALITY_LUT_SEQUENCE).isPresent()) {
      throw new MalformedDataException(
          Reason.UNSUPPORTED,
          DicomTag.MODALITY_LUT_SEQUENCE.keyword(),
          "values that are rescaled by slope and intercept",
          "a table of them");
    }
  }

  private static @Nullable GreyLevelWindow window(
      DicomDataSet data, FrameFacts facts, DicomOptions options) throws MalformedDataException {
    return switch (options.window()) {
      case NONE -> null;
      case GIVEN -> new GreyLevelWindow(Shape.LINEAR, options.centre(), options.width());
      case FILE -> GreyLevelWindow.of(data, facts);
    };
  }

  private static int[] padding(DicomDataSet data, PixelFormat format, DicomOptions options)
      throws MalformedDataException {
    if (options.padding() == Padding.KEEP || data.element(DicomTag.PIXEL_PADDING_VALUE).isEmpty()) {
      return new int[] {1, 0};
    }
    int value = data.integer(DicomTag.PIXEL_PADDING_VALUE);
    int limit = data.integerOr(DicomTag.PIXEL_PADDING_RANGE_LIMIT, value);
    int one = format.signed() ? (short) value : value;
    int other = format.signed() ? (short) limit : limit;
    return new int[] {Math.min(one, other), Math.max(one, other)};
  }

  /// Whether values come out as they are stored.
  boolean isPlain() {
    return slope == 1 && intercept == 0 && window == null && !inverted;
  }

  float apply(int stored) {
    if (stored >= firstPadding && stored <= lastPadding) {
      return Float.NaN;
    }
    double value = (inverted ? mirror - stored : stored) * slope + intercept;
    return (float) (window == null ? value : window.of(value));
  }
}
