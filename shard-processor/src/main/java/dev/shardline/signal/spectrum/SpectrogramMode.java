package dev.shardline.signal.spectrum;

/// What a spectrogram tells of each segment and frequency: SciPy's `mode`.
public enum SpectrogramMode {
  /// Power.
  PSD,
  /// The transform, whose squared magnitude is the power of one side: real and imaginary part.
  COMPLEX,
  /// The transform's magnitude.
  MAGNITUDE,
  /// The transform's angle in radians, from −π to π.
  ANGLE,
  /// The angle without jumps from one frequency to the next.
  PHASE;

  /// Numbers for each segment and frequency.
  public int parts() {
    return this == COMPLEX ? 2 : 1;
  }
}
