package dev.shardline.signal.filter;

/// How a signal is continued beyond its ends before it is filtered forward and backward.
public enum Extension {
  /// Turned by 180° about its end points: keeps level and slope.
  ODD,
  /// Mirrored at its end points.
  EVEN,
  /// Held at its end values.
  CONSTANT;

  /// The signal with `padding` time points more at each end; a new array.
  ///
  /// @throws IllegalArgumentException if the signal is not longer than the padding
  public double[] extend(double[] signal, int padding) {
    int last = signal.length - 1;
    if (last < padding) {
      throw new IllegalArgumentException(
          "A signal of %d time points is too short to be extended by %d at each end"
              .formatted(signal.length, padding));
    }
    double[] extended = new double[signal.length + 2 * padding];
    System.arraycopy(signal, 0, extended, padding, signal.length);
    for (int i = 1; i <= padding; i++) {
      extended[padding - i] = beyond(signal[0], signal[i]);
      extended[padding + last + i] = beyond(signal[last], signal[last - i]);
    }
    return extended;
  }

  /// The value as far outside an `end` as `inner` is inside.
  private double beyond(double end, double inner) {
    return switch (this) {
      case ODD -> 2 * end - inner;
      case EVEN -> inner;
      case CONSTANT -> end;
    };
  }
}
