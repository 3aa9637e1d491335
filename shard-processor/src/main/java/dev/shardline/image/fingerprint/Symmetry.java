package dev.shardline.image.fingerprint;

/// The eight ways to lay a square on itself: with or without swapping rows and columns, then with
/// or without reversing each.
enum Symmetry {
  IDENTITY(false, false, false),
  LEFT_RIGHT(false, false, true),
  TOP_BOTTOM(false, true, false),
  HALF_TURN(false, true, true),
  TRANSPOSITION(true, false, false),
  QUARTER_TURN(true, false, true),
  THREE_QUARTER_TURN(true, true, false),
  OTHER_TRANSPOSITION(true, true, true);

  private final boolean swaps;
  private final boolean reversesRows;
  private final boolean reversesColumns;

  Symmetry(boolean swaps, boolean reversesRows, boolean reversesColumns) {
    this.swaps = swaps;
    this.reversesRows = reversesRows;
    this.reversesColumns = reversesColumns;
  }

  /// The sum of products of one thumbnail's pixels with those of the other laid upon it.
  long product(byte[] upright, byte[] turned) {
    int edge = Thumbnail.EDGE;
    int columnStep = (swaps ? edge : 1) * (reversesColumns ? -1 : 1);
    long sum = 0;
    for (int row = 0; row < edge; row++) {
      int line = reversesRows ? edge - 1 - row : row;
      int first = (swaps ? line : line * edge) + (reversesColumns ? -columnStep * (edge - 1) : 0);
      sum += lineProduct(upright, row * edge, turned, first, columnStep);
    }
    return sum;
  }

  private static int lineProduct(byte[] upright, int start, byte[] turned, int first, int step) {
    int sum = 0;
    for (int column = 0; column < Thumbnail.EDGE; column++) {
      sum += (upright[start + column] & 0xFF) * (turned[first + column * step] & 0xFF);
    }
    return sum;
  }

  /// The cosine coefficients of a picture so turned: reversing an axis changes the sign of its odd
  /// frequencies.
  ///
  /// @param coefficients a square, row frequency by row frequency
  /// @param order rows and columns of the square
  double[] turnCoefficients(double[] coefficients, int order) {
    double[] turned = new double[coefficients.length];
    for (int row = 0; row < order; row++) {
      for (int column = 0; column < order; column++) {
        double value = coefficients[swaps ? column * order + row : row * order + column];
        boolean negated = (reversesRows && (row & 1) != 0) ^ (reversesColumns && (column & 1) != 0);
        turned[row * order + column] = negated ? -value : value;
      }
    }
    return turned;
  }
}
