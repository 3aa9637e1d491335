package dev.shardline.recipe.tensor;

import dev.shardline.data.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// What a tensor is expected to be like.
///
/// @param shape the extents, 0 for any; empty for any shape
/// @param finite whether every value must be finite
/// @param least the least value; NaN is neither below nor above anything
/// @param most the largest value
/// @param background values above it are foreground
/// @param leastForeground the least fraction of foreground
/// @param mostForeground the largest fraction of foreground
record TensorExpectation(
    List<Integer> shape,
    boolean finite,
    double least,
    double most,
    double background,
    double leastForeground,
    double mostForeground) {
  TensorExpectation {
    shape = List.copyOf(shape);
  }

  /// What is not as expected.
  record Miss(String quantity, String expected, String found) {}

  /// The first thing that is not as expected; empty if all is.
  Optional<Miss> missedBy(Tensor tensor) {
    if (!fits(tensor.shape())) {
      return Optional.of(new Miss("shape", String.valueOf(shape), Arrays.toString(tensor.shape())));
    }
    TensorValues values = new TensorValues(tensor);
    long foreground = 0;
    for (int i = 0; i < values.count(); i++) {
      double value = values.at(i);
      if (finite && !Double.isFinite(value)) {
        return Optional.of(new Miss("values", "finite numbers", value + " at index " + i));
      }
      if (value < least || value > most) {
        return Optional.of(new Miss("values", range(least, most), value + " at index " + i));
      }
      foreground += value > background ? 1 : 0;
    }
    double fraction = values.count() == 0 ? 0 : (double) foreground / values.count();
    return fraction < leastForeground || fraction > mostForeground
        ? Optional.of(
            new Miss(
                "foreground", range(leastForeground, mostForeground), String.valueOf(fraction)))
        : Optional.empty();
  }

  private static String range(double from, double to) {
    return from + " to " + to;
  }

  private boolean fits(int[] found) {
    if (shape.isEmpty()) {
      return true;
    }
    boolean fits = found.length == shape.size();
    for (int axis = 0; fits && axis < found.length; axis++) {
      fits = shape.get(axis) == 0 || shape.get(axis) == found[axis];
    }
    return fits;
  }
}
