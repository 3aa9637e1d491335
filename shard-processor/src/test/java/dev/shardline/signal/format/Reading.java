package dev.shardline.signal.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.shardline.failure.MalformedDataException;
import dev.shardline.signal.RecordingReader;
import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;

/// What the tests of every format do with a reader.
public final class Reading {
  private Reading() {}

  /// All values, and proof that ranges and float32 give the same.
  public static double[][] all(RecordingReader reader) throws Exception {
    int timePoints = (int) reader.header().timePoints();
    int channels = reader.header().channels().size();
    double[][] values = new double[channels][timePoints];
    reader.read(0, timePoints, values, 0);
    requireRanges(reader, values);
    float[][] floats = new float[channels][timePoints];
    reader.read(0, timePoints, floats, 0);
    for (int channel = 0; channel < channels; channel++) {
      float[] rounded = new float[timePoints];
      for (int i = 0; i < timePoints; i++) {
        rounded[i] = (float) values[channel][i];
      }
      assertThat(floats[channel]).isEqualTo(rounded);
    }
    return values;
  }

  private static void requireRanges(RecordingReader reader, double[][] values) throws Exception {
    int timePoints = (int) reader.header().timePoints();
    SplittableRandom random = new SplittableRandom(timePoints);
    for (int round = 0; round < 30; round++) {
      int start = random.nextInt(timePoints + 1);
      int stop = random.nextInt(start, timePoints + 1);
      double[][] part = new double[values.length][stop - start + 3];
      reader.read(start, stop, part, 2);
      for (int channel = 0; channel < values.length; channel++) {
        assertThat(Arrays.copyOfRange(part[channel], 2, 2 + stop - start))
            .isEqualTo(Arrays.copyOfRange(values[channel], start, stop));
      }
    }
  }

  /// Compares bit by bit, NaN equal to NaN.
  public static void assertValues(double[][] actual, double[]... expected) {
    assertThat(actual).hasNumberOfRows(expected.length);
    for (int row = 0; row < expected.length; row++) {
      assertThat(actual[row]).as("row " + row).isEqualTo(expected[row]);
    }
  }

  /// How a format refuses a sample, whether on opening, on reading or on reading annotations.
  public static MalformedDataException refusal(
      RecordingFormat format, String name, Map<String, byte[]> files, ReadOptions options) {
    return catchThrowableOfType(
        MalformedDataException.class,
        () -> {
          RecordingReader reader = format.open(SampleFiles.of(files), name, options);
          int timePoints = (int) reader.header().timePoints();
          reader.read(0, timePoints, new double[reader.header().channels().size()][timePoints], 0);
          reader.annotations();
        });
  }
}
