package dev.shardline.volume.bias;

/// How a bias field is estimated.
///
/// @param shrink every how many-th voxel along each axis is looked at; the field is smooth
/// @param levels how often the field's grid is refined, 1 to 8; the first has one span an axis
/// @param iterations at most so many at each level
/// @param threshold a level ends when the field changes by less: deviation over mean of its ratio
/// @param width of the bias in log intensity, at half its height
/// @param noise of the Wiener filter
/// @param bins of the histogram
public record BiasSettings(
    int shrink,
    int levels,
    int iterations,
    double threshold,
    double width,
    double noise,
    int bins) {

  /// What ITK's `N4BiasFieldCorrectionImageFilter` begins with, and ANTs' shrink factor.
  public static final BiasSettings STANDARD = new BiasSettings(4, 4, 50, 1e-3, 0.15, 0.01, 200);

  public BiasSettings {
    boolean counts = shrink >= 1 && levels >= 1 && levels <= 8 && iterations >= 1 && bins >= 2;
    if (!counts || !(threshold >= 0 && width > 0 && noise > 0)) {
      throw new IllegalArgumentException(
          "Not settings of N4: shrink %d, levels %d, iterations %d, threshold %s, width %s, noise %s, bins %d"
              .formatted(shrink, levels, iterations, threshold, width, noise, bins));
    }
  }

  /// The same with another shrink factor and other bounds on the effort.
  public BiasSettings with(int newShrink, int newLevels, int newIterations) {
    return new BiasSettings(newShrink, newLevels, newIterations, threshold, width, noise, bins);
  }
}
