package dev.shardline.signal.filter;

/// What a filter lets through, in Hz. Edges lie above zero and below half the sampling rate.
public sealed interface Band {
  /// @throws IllegalArgumentException if an edge is not below half the sampling rate
  default void check(double samplingRate) {
    if (!(highest() < samplingRate / 2)) {
      throw new IllegalArgumentException(
          "A filter edge at %s Hz must lie below half the sampling rate of %s Hz"
              .formatted(highest(), samplingRate));
    }
  }

  /// The highest edge in Hz.
  double highest();

  /// All below `edge`.
  record LowPass(double edge) implements Band {
    public LowPass {
      requirePositive(edge);
    }

    @Override
    public double highest() {
      return edge;
    }
  }

  /// All above `edge`.
  record HighPass(double edge) implements Band {
    public HighPass {
      requirePositive(edge);
    }

    @Override
    public double highest() {
      return edge;
    }
  }

  /// All between `low` and `high`.
  record BandPass(double low, double high) implements Band {
    public BandPass {
      requireAscending(low, high);
    }

    @Override
    public double highest() {
      return high;
    }
  }

  /// All but what lies between `low` and `high`.
  record BandStop(double low, double high) implements Band {
    public BandStop {
      requireAscending(low, high);
    }

    @Override
    public double highest() {
      return high;
    }
  }

  private static void requirePositive(double edge) {
    if (!(edge > 0 && edge < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("A filter edge lies above zero, not at " + edge + " Hz");
    }
  }

  private static void requireAscending(double low, double high) {
    requirePositive(low);
    if (!(low < high)) {
      throw new IllegalArgumentException(
          "A band's low edge of %s Hz must lie below its high edge of %s Hz".formatted(low, high));
    }
  }
}
