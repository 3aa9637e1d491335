package dev.shardline.signal.filter;

/// Runs signals through second-order sections in double precision, direct form II transposed, in
/// SciPy's order of operations.
public final class SectionFilter {
  private final SecondOrderSections sections;
  private final double[] steadyState;

  public SectionFilter(SecondOrderSections sections) {
    this.sections = sections;
    this.steadyState = sections.steadyState();
  }

  /// The causal output from rest: `scipy.signal.sosfilt`. A new array.
  public double[] causal(double[] signal) {
    double[] output = signal.clone();
    run(output, 0, output.length, 1, new double[steadyState.length]);
    return output;
  }

  /// Forward, then backward: no phase shift, the response squared. As `scipy.signal.sosfiltfilt`
  /// with odd extension by the default length. A new array.
  ///
  /// @throws IllegalArgumentException if the signal is not longer than the extension
  public double[] zeroPhase(double[] signal) {
    return zeroPhase(signal, Extension.ODD, sections.defaultPadding());
  }

  /// As [#zeroPhase(double[])], with another extension.
  ///
  /// @param padding time points added at each end
  public double[] zeroPhase(double[] signal, Extension extension, int padding) {
    double[] extended = extension.extend(signal, padding);
    int last = extended.length - 1;
    run(extended, 0, extended.length, 1, stateFor(extended[0]));
    run(extended, last, extended.length, -1, stateFor(extended[last]));
    double[] output = new double[signal.length];
    System.arraycopy(extended, padding, output, 0, output.length);
    return output;
  }

  private double[] stateFor(double level) {
    double[] state = new double[steadyState.length];
    for (int i = 0; i < state.length; i++) {
      state[i] = steadyState[i] * level;
    }
    return state;
  }

  private void run(double[] values, int start, int count, int step, double[] state) {
    for (int s = 0; s < sections.count(); s++) {
      section(s, values, start, count, step, state);
    }
  }

  private void section(int s, double[] values, int start, int count, int step, double[] state) {
    double b0 = sections.coefficient(s, 0);
    double b1 = sections.coefficient(s, 1);
    double b2 = sections.coefficient(s, 2);
    double a1 = sections.coefficient(s, 4);
    double a2 = sections.coefficient(s, 5);
    double first = state[2 * s];
    double second = state[2 * s + 1];
    int at = start;
    for (int i = 0; i < count; i++) {
      double in = values[at];
      double out = b0 * in + first;
      first = b1 * in - a1 * out + second;
      second = b2 * in - a2 * out;
      values[at] = out;
      at += step;
    }
  }
}
