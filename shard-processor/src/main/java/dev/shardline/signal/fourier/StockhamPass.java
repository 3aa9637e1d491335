package dev.shardline.signal.fourier;

/// One decimation-in-frequency pass after the other over two pairs of arrays, which swap roles
/// after each. At a pass of radix `r` over groups of `n = r·m` points interleaved `stride` deep,
/// element `q + stride·(p + m·j)` is the `j`-th input of butterfly `(p, q)` and `q + stride·(r·p +
/// k)` receives its `k`-th output times `exp(-2πi·pk/n)`.
final class StockhamPass {
  private static final double SINE_60 = StrictMath.sqrt(3) / 2;
  private static final double COSINE_72 = RootsOfUnity.cosine(1, 5);
  private static final double COSINE_144 = RootsOfUnity.cosine(2, 5);
  private static final double SINE_72 = RootsOfUnity.sine(1, 5);
  private static final double SINE_144 = RootsOfUnity.sine(2, 5);

  private final double[] cosines;
  private final double[] sines;
  private final int size;
  private double[] xr;
  private double[] xi;
  private double[] yr;
  private double[] yi;
  private int stride = 1;

  StockhamPass(RootsOfUnity roots, double[] xr, double[] xi, double[] yr, double[] yi) {
    this.cosines = roots.cosines;
    this.sines = roots.sines;
    this.size = roots.cosines.length;
    this.xr = xr;
    this.xi = xi;
    this.yr = yr;
    this.yi = yi;
  }

  /// Where the data is now.
  double[] sourceReal() {
    return xr;
  }

  void run(int radix) {
    int butterflies = size / stride / radix;
    for (int p = 0; p < butterflies; p++) {
      int from = stride * p;
      int to = stride * radix * p;
      switch (radix) {
        case 2 -> two(from, to, p * stride, butterflies * stride);
        case 3 -> three(from, to, p * stride, butterflies * stride);
        case 4 -> four(from, to, p * stride, butterflies * stride);
        case 5 -> five(from, to, p * stride, butterflies * stride);
        default -> any(radix, from, to, p * stride, butterflies * stride);
      }
    }
    stride *= radix;
    double[] swap = xr;
    xr = yr;
    yr = swap;
    swap = xi;
    xi = yi;
    yi = swap;
  }

  /// Stores `(re, im)` times the root number `root`.
  private void store(int at, double re, double im, int root) {
    double c = cosines[root];
    double s = sines[root];
    yr[at] = re * c - im * s;
    yi[at] = re * s + im * c;
  }

  private void two(int from, int to, int root, int step) {
    for (int q = 0; q < stride; q++) {
      int a = from + q;
      int b = a + step;
      int out = to + q;
      yr[out] = xr[a] + xr[b];
      yi[out] = xi[a] + xi[b];
      store(out + stride, xr[a] - xr[b], xi[a] - xi[b], root);
    }
  }

  private void three(int from, int to, int root, int step) {
    for (int q = 0; q < stride; q++) {
      int a = from + q;
      int b = a + step;
      int c = b + step;
      int out = to + q;
      double sumR = xr[b] + xr[c];
      double sumI = xi[b] + xi[c];
      double halfR = xr[a] - 0.5 * sumR;
      double halfI = xi[a] - 0.5 * sumI;
      double turnR = SINE_60 * (xi[b] - xi[c]);
      double turnI = SINE_60 * (xr[c] - xr[b]);
      yr[out] = xr[a] + sumR;
      yi[out] = xi[a] + sumI;
      store(out + stride, halfR + turnR, halfI + turnI, root);
      store(out + 2 * stride, halfR - turnR, halfI - turnI, 2 * root);
    }
  }

  private void four(int from, int to, int root, int step) {
    for (int q = 0; q < stride; q++) {
      int a = from + q;
      int b = a + step;
      int c = b + step;
      int d = c + step;
      int out = to + q;
      double evenR = xr[a] + xr[c];
      double evenI = xi[a] + xi[c];
      double evenDiffR = xr[a] - xr[c];
      double evenDiffI = xi[a] - xi[c];
      double oddR = xr[b] + xr[d];
      double oddI = xi[b] + xi[d];
      double oddDiffR = xr[b] - xr[d];
      double oddDiffI = xi[b] - xi[d];
      yr[out] = evenR + oddR;
      yi[out] = evenI + oddI;
      store(out + stride, evenDiffR + oddDiffI, evenDiffI - oddDiffR, root);
      store(out + 2 * stride, evenR - oddR, evenI - oddI, 2 * root);
      store(out + 3 * stride, evenDiffR - oddDiffI, evenDiffI + oddDiffR, 3 * root);
    }
  }

  private void five(int from, int to, int root, int step) {
    for (int q = 0; q < stride; q++) {
      int a = from + q;
      int b = a + step;
      int c = b + step;
      int d = c + step;
      int e = d + step;
      int out = to + q;
      double outerR = xr[b] + xr[e];
      double outerI = xi[b] + xi[e];
      double outerDiffR = xr[b] - xr[e];
      double outerDiffI = xi[b] - xi[e];
      double innerR = xr[c] + xr[d];
      double innerI = xi[c] + xi[d];
      double innerDiffR = xr[c] - xr[d];
      double innerDiffI = xi[c] - xi[d];
      double firstR = xr[a] + COSINE_72 * outerR + COSINE_144 * innerR;
      double firstI = xi[a] + COSINE_72 * outerI + COSINE_144 * innerI;
      double secondR = xr[a] + COSINE_144 * outerR + COSINE_72 * innerR;
      double secondI = xi[a] + COSINE_144 * outerI + COSINE_72 * innerI;
      double firstTurnR = SINE_72 * outerDiffI + SINE_144 * innerDiffI;
      double firstTurnI = -SINE_72 * outerDiffR - SINE_144 * innerDiffR;
      double secondTurnR = SINE_144 * outerDiffI - SINE_72 * innerDiffI;
      double secondTurnI = -SINE_144 * outerDiffR + SINE_72 * innerDiffR;
      yr[out] = xr[a] + outerR + innerR;
      yi[out] = xi[a] + outerI + innerI;
      store(out + stride, firstR + firstTurnR, firstI + firstTurnI, root);
      store(out + 2 * stride, secondR + secondTurnR, secondI + secondTurnI, 2 * root);
      store(out + 3 * stride, secondR - secondTurnR, secondI - secondTurnI, 3 * root);
      store(out + 4 * stride, firstR - firstTurnR, firstI - firstTurnI, 4 * root);
    }
  }

  /// The plain sum, for the rarer primes.
  private void any(int radix, int from, int to, int root, int step) {
    int rootStep = size / radix;
    for (int q = 0; q < stride; q++) {
      for (int k = 0; k < radix; k++) {
        double re = 0;
        double im = 0;
        for (int j = 0; j < radix; j++) {
          int at = from + q + j * step;
          int turn = j * k % radix * rootStep;
          re += xr[at] * cosines[turn] - xi[at] * sines[turn];
          im += xr[at] * sines[turn] + xi[at] * cosines[turn];
        }
        store(to + q + k * stride, re, im, k * root);
      }
    }
  }
}
