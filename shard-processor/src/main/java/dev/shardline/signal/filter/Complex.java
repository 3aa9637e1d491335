package dev.shardline.signal.filter;

/// A complex number, for the design of filters.
record Complex(double re, double im) {
  static final Complex ONE = new Complex(1, 0);

  static Complex real(double value) {
    return new Complex(value, 0);
  }

  Complex plus(Complex other) {
    return new Complex(re + other.re, im + other.im);
  }

  Complex minus(Complex other) {
    return new Complex(re - other.re, im - other.im);
  }

  Complex times(Complex other) {
    return new Complex(re * other.re - im * other.im, re * other.im + im * other.re);
  }

  Complex times(double factor) {
    return new Complex(re * factor, im * factor);
  }

  /// The quotient by Smith's method, which does not overflow early.
  Complex dividedBy(Complex other) {
    if (Math.abs(other.re) >= Math.abs(other.im)) {
      double ratio = other.im / other.re;
      double scale = 1 / (other.re + other.im * ratio);
      return new Complex((re + im * ratio) * scale, (im - re * ratio) * scale);
    }
    double ratio = other.re / other.im;
    double scale = 1 / (other.im + other.re * ratio);
    return new Complex((re * ratio + im) * scale, (im * ratio - re) * scale);
  }

  /// The root with a non-negative real part.
  Complex squareRoot() {
    double magnitude = magnitude();
    double a = Math.sqrt((magnitude + Math.abs(re)) / 2);
    if (a == 0) {
      return new Complex(0, 0);
    }
    double b = Math.abs(im) / (2 * a);
    return re >= 0 ? new Complex(a, Math.copySign(b, im)) : new Complex(b, Math.copySign(a, im));
  }

  Complex negated() {
    return new Complex(-re, -im);
  }

  Complex conjugate() {
    return new Complex(re, -im);
  }

  double magnitude() {
    return StrictMath.hypot(re, im);
  }

  boolean isReal() {
    return im == 0;
  }
}
