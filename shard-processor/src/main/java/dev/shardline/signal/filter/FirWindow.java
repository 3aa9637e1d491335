package dev.shardline.signal.filter;

import dev.shardline.signal.window.Window;

/// The windows MNE designs filters with, and how long a filter each needs for a transition. Source:
/// Ifeachor and Jervis, Digital Signal Processing, table of window methods.
public enum FirWindow {
  HANN(Window.CosineSum.HANN, 3.1),
  HAMMING(Window.CosineSum.HAMMING, 3.3),
  BLACKMAN(Window.CosineSum.BLACKMAN, 5.0);

  private final Window window;
  private final double lengthFactor;

  FirWindow(Window window, double lengthFactor) {
    this.window = window;
    this.lengthFactor = lengthFactor;
  }

  /// The window itself.
  public Window window() {
    return window;
  }

  /// The filter's length in seconds times the transition's width in Hz.
  double lengthFactor() {
    return lengthFactor;
  }
}
