package dev.shardline.signal.spectrum;

import dev.shardline.signal.window.Window;

/// The options of `scipy.signal.welch`. Other tools' defaults differ, so lineage records them all.
///
/// @param window the taper, taken periodic
/// @param segments how the signal is cut
/// @param trend what is taken out of each segment
/// @param sides one or both halves of the frequency axis
/// @param scaling power per Hz, or power
/// @param average how the segments' spectra become one
public record WelchSettings(
    Window window, Segments segments, Trend trend, Sides sides, Scaling scaling, Average average) {
  /// SciPy's defaults but for the segment length, which has no good one: Hann, half overlap,
  /// constant detrend, one-sided, density, mean.
  public static WelchSettings ofSegmentLength(int length) {
    return new WelchSettings(
        Window.CosineSum.HANN,
        Segments.halfOverlapping(length),
        Trend.CONSTANT,
        Sides.ONE_SIDED,
        Scaling.DENSITY,
        Average.MEAN);
  }
}
