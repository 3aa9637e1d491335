package dev.shardline.volume.bias;

import dev.shardline.volume.VolumeShape;
import java.util.Arrays;

/// N4's iterations over the samples of one volume. Owns the arrays of all samples that they work
/// with, so that an iteration leaves no garbage of a sample array's size.
final class BiasIterations {
  private final BiasSettings settings;
  private final VolumeShape shape;
  private final BiasSamples samples;
  private final HistogramSharpening sharpening;
  private final float[] current;
  private final float[] spare;
  private final double[] ratios;

  BiasIterations(BiasSettings settings, VolumeShape shape, BiasSamples samples) {
    this.settings = settings;
    this.shape = shape;
    this.samples = samples;
    this.sharpening = new HistogramSharpening(settings);
    this.current = new float[samples.count()];
    this.spare = new float[samples.count()];
    this.ratios = new double[samples.count()];
  }

  /// Brings a lattice nearer to the samples' field, until it changes little.
  void refine(SplineLattice lattice) {
    GridBasis basis = GridBasis.of(shape, settings.shrink(), lattice.spans());
    ScatteredFit fit = new ScatteredFit(basis, samples.mask());
    FieldPlanes planes = new FieldPlanes(lattice, basis);
    float[] field = current;
    float[] working = spare; // First what is left to be explained, then the next field.
    samples.read(planes, field);
    double change = Double.POSITIVE_INFINITY;
    for (int i = 0; i < settings.iterations() && change > settings.threshold(); i++) {
      samples.subtract(field, working);
      sharpening.keepBlur(working);
      lattice.add(fit.fit(working));
      samples.read(planes, working);
      change = change(field, working);
      float[] before = field;
      field = working;
      working = before;
    }
  }

  /// Deviation over mean of the ratio of two fields.
  private double change(float[] before, float[] after) {
    for (int i = 0; i < ratios.length; i++) {
      ratios[i] = StrictMath.exp(before[i] - after[i]);
    }
    double mean = Arrays.stream(ratios).sum() / ratios.length;
    double squares = 0;
    for (double ratio : ratios) {
      squares += (ratio - mean) * (ratio - mean);
    }
    return Math.sqrt(squares / Math.max(1, ratios.length - 1)) / mean;
  }
}
