package dev.shardline.volume.dicom;

import dev.shardline.dicom.DicomDataSet;
import dev.shardline.dicom.DicomTag;
import dev.shardline.failure.MalformedDataException;
import dev.shardline.failure.Reason;

/// A stretch of grey levels that is spread over 0 to 1 (PS3.3, C.11.2.1).
///
/// @param centre in rescaled values
/// @param width at least 1 for [Shape#LINEAR], else above 0
record GreyLevelWindow(Shape shape, double centre, double width) {
  /// How levels rise from 0 to 1: VOILUTFunction.
  enum Shape {
    /// From the middle of the lowest level to that of the highest.
    LINEAR,
    /// From edge to edge.
    LINEAR_EXACT,
    /// Along a logistic curve, which never ends.
    SIGMOID
  }

  /// The first window of a frame.
  static GreyLevelWindow of(DicomDataSet data, FrameFacts facts) throws MalformedDataException {
    DicomTag macro = DicomTag.FRAME_VOI_LUT_SEQUENCE;
    Shape shape = shape(facts.holder(macro, DicomTag.VOI_LUT_FUNCTION));
    double width = facts.decimalOr(macro, DicomTag.WINDOW_WIDTH, 0);
    double centre = facts.decimalOr(macro, DicomTag.WINDOW_CENTER, Double.NaN);
    boolean wide = shape == Shape.LINEAR ? width >= 1 : width > 0;
    if (!wide || Double.isNaN(centre)) {
      throw data.malformed(
          DicomTag.WINDOW_WIDTH,
          shape == Shape.LINEAR ? "a window of at least 1" : "a window wider than 0",
          "centre %s, width %s".formatted(centre, width));
    }
    return new GreyLevelWindow(shape, centre, width);
  }

  private static Shape shape(DicomDataSet holder) throws MalformedDataException {
    return switch (holder.text(DicomTag.VOI_LUT_FUNCTION).orElse("LINEAR")) {
      case "LINEAR" -> Shape.LINEAR;
      case "LINEAR_EXACT" -> Shape.LINEAR_EXACT;
      case "SIGMOID" -> Shape.SIGMOID;
      default ->
          throw new MalformedDataException(
              Reason.UNSUPPORTED,
              DicomTag.VOI_LUT_FUNCTION.keyword(),
              "LINEAR, LINEAR_EXACT or SIGMOID",
              "another");
    };
  }

  /// 0 to 1.
  double of(double value) {
    return switch (shape) {
      // at a width of 1 there is nothing between the two ends to divide
      case LINEAR -> width == 1 ? step(value) : line(value - (centre - 0.5), width - 1);
      case LINEAR_EXACT -> line(value - centre, width);
      case SIGMOID -> 1 / (1 + Math.exp(-4 * (value - centre) / width));
    };
  }

  private double step(double value) {
    return value <= centre - 0.5 ? 0 : 1;
  }

  private static double line(double above, double length) {
    return Math.clamp(above / length + 0.5, 0, 1);
  }
}
