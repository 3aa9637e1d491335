package dev.shardline.signal.label;

import dev.shardline.signal.Annotation;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;

/// One label for each epoch of a fixed length, from spans that may begin and end anywhere: the
/// class that covers most of the epoch, the earlier in the list of two that cover the same.
/// OndaBatches' `label_signals`, for annotations that need be neither sorted nor contiguous.
///
/// @param map from texts to classes
/// @param epochSeconds length of an epoch
/// @param leastCoverage the share of an epoch that its class must cover, 0 to 1
public record DenseLabels(LabelMap map, double epochSeconds, double leastCoverage) {
  /// The label of an epoch without one.
  public static final int UNLABELLED = -1;

  /// Shares of an epoch closer than this are equal: what rounding of times leaves.
  private static final double TOLERANCE = 1e-6;

  private static final int MOST_EPOCHS = 1 << 24;

  public DenseLabels {
    if (!(epochSeconds > 0) || !(leastCoverage >= 0 && leastCoverage <= 1)) {
      throw new IllegalArgumentException(
          "Labels need an epoch above 0 s and a coverage in 0..1, have %s s and %s"
              .formatted(epochSeconds, leastCoverage));
    }
  }

  /// The label of each whole epoch from second 0 on; [#UNLABELLED] for those that too little is
  /// said of.
  ///
  /// @param duration in seconds
  /// @throws IllegalArgumentException if it holds no whole epoch, or more than 16 million
  public int[] of(List<Annotation> annotations, double duration) {
    double epochs = Math.floor(duration / epochSeconds + TOLERANCE);
    if (epochs < 1 || epochs > MOST_EPOCHS) {
      throw new IllegalArgumentException(
          "%s s hold %.0f epochs of %s s".formatted(duration, epochs, epochSeconds));
    }
    double[][] covered = new double[(int) epochs][];
    double[] ends = new double[map.classes().size()];
    Arrays.fill(ends, Double.NEGATIVE_INFINITY);
    for (Annotation annotation : byOnset(annotations)) {
      OptionalInt label = map.classOf(annotation.text());
      if (label.isPresent()) {
        int of = label.getAsInt();
        cover(covered, Math.max(annotation.onset(), ends[of]), annotation.end(), of);
        ends[of] = Math.max(annotation.end(), ends[of]);
      }
    }
    return Arrays.stream(covered).mapToInt(this::label).toArray();
  }

  /// So that what two spans of one class cover both counts once.
  private static List<Annotation> byOnset(List<Annotation> annotations) {
    return annotations.stream().sorted(Comparator.comparingDouble(Annotation::onset)).toList();
  }

  private void cover(double[][] covered, double start, double end, int label) {
    double from = start / epochSeconds;
    double to = end / epochSeconds;
    int first = (int) Math.max(Math.floor(from), 0);
    for (int epoch = first; epoch < covered.length && epoch < to; epoch++) {
      if (covered[epoch] == null) {
        covered[epoch] = new double[map.classes().size()];
      }
      covered[epoch][label] += Math.min(to, epoch + 1.0) - Math.max(from, epoch);
    }
  }

  private int label(double[] shares) {
    if (shares == null) {
      return UNLABELLED;
    }
    int best = 0;
    for (int label = 1; label < shares.length; label++) {
      if (shares[label] > shares[best] + TOLERANCE) {
        best = label;
      }
    }
    boolean enough = shares[best] > 0 && shares[best] >= leastCoverage - TOLERANCE;
    return enough ? best : UNLABELLED;
  }
}
