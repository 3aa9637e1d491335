package dev.shardline.report;

import dev.shardline.data.Tensor;
import dev.shardline.inspect.draw.TensorValues;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The mean, element by element, of arrays of one shape. Not for several threads.
final class ClassMean {
  private int @Nullable [] shape;
  private double[] sum = {};
  private int count;

  /// Adds an array; one of another shape than the first is left out.
  void add(Tensor tensor) {
    if (shape == null) {
      shape = tensor.shape();
      sum = new double[TensorValues.of(tensor).length];
    }
    if (!Arrays.equals(shape, tensor.shape())) {
      return;
    }
    float[] values = TensorValues.of(tensor);
    for (int i = 0; i < values.length; i++) {
      sum[i] += values[i];
    }
    count++;
  }

  /// How many arrays went into the mean.
  int count() {
    return count;
  }

  /// float32; empty unless there are two arrays at least.
  Optional<Tensor> mean() {
    if (shape == null || count < 2) {
      return Optional.empty();
    }
    float[] mean = new float[sum.length];
    for (int i = 0; i < mean.length; i++) {
      mean[i] = (float) (sum[i] / count);
    }
    return Optional.of(Tensor.ofFloats(mean, shape));
  }
}
