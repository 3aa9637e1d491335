package dev.shardline.conformance.signal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardline.conformance.NpyArray;
import dev.shardline.conformance.RealData;
import dev.shardline.failure.MalformedDataException;
import dev.shardline.signal.RecordingHeader;
import dev.shardline.signal.RecordingReader;
import dev.shardline.signal.format.FolderFiles;
import dev.shardline.signal.format.ReadOptions;
import dev.shardline.signal.format.RecordingFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Arrays;

/// The arrays that SciPy 1.10.1 and MNE 1.3.0 gave for the recordings beside them: float64 NPY
/// files, signal channels first.
final class SignalReferences {
  private SignalReferences() {}

  /// All values of a reference array, in C order.
  static double[] values(String name) {
    NpyArray array = array(name);
    double[] values = new double[array.data().length / Double.BYTES];
    ByteBuffer.wrap(array.data()).order(ByteOrder.LITTLE_ENDIAN).asDoubleBuffer().get(values);
    return values;
  }

  /// The rows of a two-dimensional reference array.
  static double[][] rows(String name) {
    double[] values = values(name);
    double[][] rows = new double[array(name).shape()[0]][];
    int length = values.length / rows.length;
    for (int i = 0; i < rows.length; i++) {
      rows[i] = Arrays.copyOfRange(values, i * length, (i + 1) * length);
    }
    return rows;
  }

  private static NpyArray array(String name) {
    try {
      return NpyArray.read(RealData.at("signals/reference/" + name + ".npy"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Every signal channel of a recording under `signals/`, in its stored unit.
  static double[][] recording(RecordingFormat format, String path)
      throws IOException, MalformedDataException {
    Path file = RealData.at("signals/" + path);
    try (FolderFiles files = new FolderFiles(file.getParent())) {
      RecordingReader reader =
          format.open(files, file.getFileName().toString(), ReadOptions.STRICT);
      RecordingHeader header = reader.header();
      int timePoints = Math.toIntExact(header.timePoints());
      double[][] rows = new double[header.channels().size()][timePoints];
      reader.read(0, timePoints, rows, 0);
      return rows;
    }
  }

  /// The same rows in float32.
  static float[][] narrowed(double[][] rows) {
    float[][] narrowed = new float[rows.length][];
    for (int i = 0; i < rows.length; i++) {
      narrowed[i] = new float[rows[i].length];
      for (int j = 0; j < rows[i].length; j++) {
        narrowed[i][j] = (float) rows[i][j];
      }
    }
    return narrowed;
  }

  /// The same row in double precision.
  static double[] widened(float[] row) {
    double[] widened = new double[row.length];
    for (int i = 0; i < row.length; i++) {
      widened[i] = row[i];
    }
    return widened;
  }

  /// Asserts `|actual − expected| ≤ relative·|expected| + absolute` everywhere, as NumPy's
  /// `allclose` does.
  static void assertClose(double[] actual, double[] expected, double relative, double absolute) {
    assertThat(actual).hasSameSizeAs(expected);
    for (int i = 0; i < expected.length; i++) {
      double allowed = relative * Math.abs(expected[i]) + absolute;
      if (!(Math.abs(actual[i] - expected[i]) <= allowed)) {
        throw new AssertionError(
            "At %d: expected %s, found %s, off by %.3g (allowed %.3g)"
                .formatted(i, expected[i], actual[i], actual[i] - expected[i], allowed));
      }
    }
  }
}
