package dev.shardline.signal.fourier;

/// The discrete Fourier transform of real sequences of one length, and its inverse. Of the spectrum
/// only the bins 0 to `size/2` are kept; the others are their conjugates. Matches NumPy's `rfft`
/// and `irfft` within rounding. Holds scratch space: one instance per thread.
public final class RealFourier {
  private final int size;
  private final ComplexFourier inner;
  private final double[] workReal;
  private final double[] workImaginary;
  private final double[] cosines;
  private final double[] sines;

  private RealFourier(int size) {
    this.size = size;
    boolean even = size % 2 == 0;
    inner = ComplexFourier.ofSize(even ? size / 2 : size);
    workReal = new double[inner.size()];
    workImaginary = new double[inner.size()];
    cosines = new double[even ? size / 4 + 1 : 0];
    sines = new double[cosines.length];
    for (int k = 0; k < cosines.length; k++) {
      cosines[k] = RootsOfUnity.cosine(k, size);
      sines[k] = -RootsOfUnity.sine(k, size);
    }
  }

  /// A transform of `size` real points.
  ///
  /// @throws IllegalArgumentException if `size` is not positive
  public static RealFourier ofSize(int size) {
    if (size < 1) {
      throw new IllegalArgumentException("A transform needs at least one point, not " + size);
    }
    return new RealFourier(size);
  }

  /// The number of real points.
  public int size() {
    return size;
  }

  /// The number of bins of the one-sided spectrum, `size/2 + 1`.
  public int bins() {
    return size / 2 + 1;
  }

  /// The frequencies of the bins at `samplingRate`, as NumPy's `rfftfreq`.
  public double[] frequencies(double samplingRate) {
    double[] frequencies = new double[bins()];
    double spacing = 1.0 / (size * (1 / samplingRate));
    for (int k = 0; k < frequencies.length; k++) {
      frequencies[k] = k * spacing;
    }
    return frequencies;
  }

  /// Transforms the first [#size()] values into the first [#bins()] elements of `real` and
  /// `imaginary`.
  public void forward(double[] values, double[] real, double[] imaginary) {
    if (size % 2 == 0) {
      forwardEven(values, real, imaginary);
      return;
    }
    for (int j = 0; j < size; j++) {
      workReal[j] = values[j];
      workImaginary[j] = 0;
    }
    inner.forward(workReal, workImaginary);
    System.arraycopy(workReal, 0, real, 0, bins());
    System.arraycopy(workImaginary, 0, imaginary, 0, bins());
  }

  private void forwardEven(double[] values, double[] real, double[] imaginary) {
    int half = size / 2;
    for (int j = 0; j < half; j++) {
      workReal[j] = values[2 * j];
      workImaginary[j] = values[2 * j + 1];
    }
    inner.forward(workReal, workImaginary);
    real[0] = workReal[0] + workImaginary[0];
    imaginary[0] = 0;
    real[half] = workReal[0] - workImaginary[0];
    imaginary[half] = 0;
    for (int k = 1; k <= half / 2; k++) {
      unpack(k, half - k, real, imaginary);
    }
  }

  /// Separates the transforms of the even and odd points at bins `k` and `m = half − k`.
  private void unpack(int k, int m, double[] real, double[] imaginary) {
    double evenR = 0.5 * (workReal[k] + workReal[m]);
    double evenI = 0.5 * (workImaginary[k] - workImaginary[m]);
    double oddR = 0.5 * (workImaginary[k] + workImaginary[m]);
    double oddI = 0.5 * (workReal[m] - workReal[k]);
    double turnedR = oddR * cosines[k] - oddI * sines[k];
    double turnedI = oddR * sines[k] + oddI * cosines[k];
    real[m] = evenR - turnedR;
    imaginary[m] = turnedI - evenI;
    real[k] = evenR + turnedR;
    imaginary[k] = evenI + turnedI;
  }

  /// The inverse, with the factor 1/n: fills the first [#size()] values from the first [#bins()]
  /// elements. The imaginary parts of bin zero and of the middle bin of an even size are ignored.
  public void inverse(double[] real, double[] imaginary, double[] values) {
    if (size % 2 == 0) {
      inverseEven(real, imaginary, values);
      return;
    }
    workReal[0] = real[0];
    workImaginary[0] = 0;
    for (int k = 1; k < bins(); k++) {
      workReal[k] = real[k];
      workImaginary[k] = imaginary[k];
      workReal[size - k] = real[k];
      workImaginary[size - k] = -imaginary[k];
    }
    inner.inverseUnscaled(workReal, workImaginary);
    for (int j = 0; j < size; j++) {
      values[j] = workReal[j] / size;
    }
  }

  private void inverseEven(double[] real, double[] imaginary, double[] values) {
    int half = size / 2;
    workReal[0] = 0.5 * (real[0] + real[half]);
    workImaginary[0] = 0.5 * (real[0] - real[half]);
    for (int k = 1; k <= half / 2; k++) {
      pack(k, half - k, real, imaginary);
    }
    inner.inverseUnscaled(workReal, workImaginary);
    for (int j = 0; j < half; j++) {
      values[2 * j] = workReal[j] / half;
      values[2 * j + 1] = workImaginary[j] / half;
    }
  }

  private void pack(int k, int m, double[] real, double[] imaginary) {
    double evenR = 0.5 * (real[k] + real[m]);
    double evenI = 0.5 * (imaginary[k] - imaginary[m]);
    double turnedR = 0.5 * (real[k] - real[m]);
    double turnedI = 0.5 * (imaginary[k] + imaginary[m]);
    double oddR = turnedR * cosines[k] + turnedI * sines[k];
    double oddI = turnedI * cosines[k] - turnedR * sines[k];
    workReal[m] = evenR + oddI;
    workImaginary[m] = oddR - evenI;
    workReal[k] = evenR - oddI;
    workImaginary[k] = evenI + oddR;
  }
}
