package dev.shardline.conformance.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// The arrays that SciPy 1.10.1 and MNE 1.3.0 gave for the recordings beside them: float64 NPY
/// files, signal channels first.
final class SignalReferences {
  private static final Path SIGNALS =
      Path.of(System.getProperty("shardline.root"), "..", "shared", "data", "signals").normalize();

  private SignalReferences() {}

  /// A data file beside the references.
  static Path recording(String relative) {
    assumeTrue(Files.isDirectory(SIGNALS.resolve("reference")), "skipped: no real data");
    return SIGNALS.resolve(relative);
  }

  /// All values of a reference array, in C order.
  static double[] values(String name) {
    byte[] file = bytes(name);
    int header = headerLength(file);
    DoubleBuffer numbers =
        ByteBuffer.wrap(file, header, file.length - header)
            .slice()
            .order(ByteOrder.LITTLE_ENDIAN)
            .asDoubleBuffer();
    double[] values = new double[numbers.remaining()];
    numbers.get(values);
    return values;
  }

  /// The rows of a two-dimensional reference array.
  static double[][] rows(String name) {
    double[] values = values(name);
    String header = new String(bytes(name), 0, 128, StandardCharsets.US_ASCII);
    int open = header.indexOf('(');
    int count = Integer.parseInt(header.substring(open + 1, header.indexOf(',', open)).strip());
    double[][] rows = new double[count][values.length / count];
    for (int i = 0; i < count; i++) {
      System.arraycopy(values, i * rows[i].length, rows[i], 0, rows[i].length);
    }
    return rows;
  }

  private static byte[] bytes(String name) {
    try {
      return Files.readAllBytes(recording("reference").resolve(name + ".npy"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int headerLength(byte[] file) {
    return 10 + ((file[8] & 0xff) | (file[9] & 0xff) << 8);
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
