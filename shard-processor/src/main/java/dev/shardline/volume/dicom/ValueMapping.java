package dev.shardline.volume.dicom;

import dev.shardline.dicom.DicomDataSet;
import dev.shardline.dicom.DicomTag;
import dev.shardline.dicom.pixel.PixelFormat;
import dev.shardline.failure.MalformedDataException;
import dev.shardline.volume.dicom.DicomOptions.Monochrome1;
import dev.shardline.volume.dicom.DicomOptions.Padding;

/// From a frame's stored values to a volume's: turned over, rescaled, windowed. Padding comes out
/// as NaN where it is to be replaced.
///
/// @param mirror what a stored value is taken from to turn it over, if `inverted`
/// @param centre of the window, if `windowed`
/// @param width of the window
/// @param firstPadding the least padding value; above `lastPadding` if there is none
record ValueMapping(
    boolean inverted,
    int mirror,
    double slope,
    double intercept,
    boolean windowed,
    double centre,
    double width,
    int firstPadding,
    int lastPadding) {
  private static final DicomTag RESCALE = DicomTag.PIXEL_VALUE_TRANSFORMATION_SEQUENCE;
  private static final DicomTag WINDOW = DicomTag.FRAME_VOI_LUT_SEQUENCE;

  static ValueMapping of(
      DicomDataSet data, FrameFacts facts, PixelFormat format, DicomOptions options)
      throws MalformedDataException {
    double[] window = window(data, facts, options);
    int[] padding = padding(data, format, options);
    return new ValueMapping(
        format.inverted() && options.monochrome1() == Monochrome1.INVERT,
        format.lowest() + format.highest(),
        facts.decimalOr(RESCALE, DicomTag.RESCALE_SLOPE, 1),
        facts.decimalOr(RESCALE, DicomTag.RESCALE_INTERCEPT, 0),
        window.length > 0,
        window.length > 0 ? window[0] : 0,
        window.length > 0 ? window[1] : 1,
        padding[0],
        padding[1]);
  }

  /// Centre and width; nothing without a window.
  private static double[] window(DicomDataSet data, FrameFacts facts, DicomOptions options)
      throws MalformedDataException {
    return switch (options.window()) {
      case NONE -> new double[0];
      case GIVEN -> new double[] {options.centre(), options.width()};
      case FILE -> {
        double width = facts.decimalOr(WINDOW, DicomTag.WINDOW_WIDTH, 0);
        double centre = facts.decimalOr(WINDOW, DicomTag.WINDOW_CENTER, Double.NaN);
        if (!(width >= 1) || Double.isNaN(centre)) {
          throw data.malformed(
              DicomTag.WINDOW_WIDTH,
              "a window of at least 1",
              "centre %s, width %s".formatted(centre, width));
        }
        yield new double[] {centre, width};
      }
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
    return slope == 1 && intercept == 0 && !windowed && !inverted;
  }

  float apply(int stored) {
    if (stored >= firstPadding && stored <= lastPadding) {
      return Float.NaN;
    }
    double value = (inverted ? mirror - stored : stored) * slope + intercept;
    return (float) (windowed ? windowed(value) : value);
  }

  /// PS3.3, C.11.2.1.2.1, onto 0 to 1.
  private double windowed(double value) {
    double above = value - (centre - 0.5);
    double half = (width - 1) / 2;
    if (above <= -half) {
      return 0;
    }
    return above > half ? 1 : above / (width - 1) + 0.5;
  }
}
