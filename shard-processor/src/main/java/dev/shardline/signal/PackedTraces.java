package dev.shardline.signal;

import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/// [Traces] in float32 that lie otherwise than in an array for each row. Some kernels take them as
/// they lie; whatever works on rows unpacks them first, and gives what [Float32Traces] would give,
/// bit for bit.
public sealed interface PackedTraces extends Traces permits LaneTraces, EncodedTraces {
  /// The same values row by row; a copy.
  Float32Traces unpacked();

  @Override
  default int bytesPerValue() {
    return Float.BYTES;
  }

  @Override
  default double[] doubles(int channel) {
    return new Float32Traces(new float[][] {floats(channel)}).doubles(0);
  }

  @Override
  default Float32Traces rows(int... channels) {
    return new Float32Traces(
        IntStream.of(channels)
            .mapToObj(channel -> channel == NO_ROW ? new float[timePoints()] : floats(channel))
            .toArray(float[][]::new));
  }

  @Override
  default Float32Traces withRows(double[][] rows) {
    return new Float32Traces(new float[0][]).withRows(rows);
  }

  @Override
  default Float32Traces mapRows(UnaryOperator<double[]> change) {
    return unpacked().mapRows(change);
  }

  @Override
  default Float32Traces mapColumns(UnaryOperator<double[][]> change) {
    return unpacked().mapColumns(change);
  }

  @Override
  default Float32Traces mapFloats(UnaryOperator<float[][]> change) {
    return unpacked().mapFloats(change);
  }
}
