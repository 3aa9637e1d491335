package dev.shardline.signal.clean;

/// Subtracts the mean over some signal channels from others: the common average reference where
/// both are all channels, linked mastoids where the reference is those two.
public final class Reference {
  private final int[] reference;
  private final int[] targets;

  /// @param reference the rows whose mean is subtracted, at least one
  /// @param targets the rows it is subtracted from
  public Reference(int[] reference, int[] targets) {
    if (reference.length == 0) {
      throw new IllegalArgumentException("A reference needs at least one signal channel");
    }
    this.reference = reference.clone();
    this.targets = targets.clone();
  }

  /// The re-referenced rows: target rows new, other rows the same arrays.
  public double[][] apply(double[][] rows) {
    double[] mean = mean(rows);
    double[][] referenced = rows.clone();
    for (int target : targets) {
      double[] row = rows[target].clone();
      for (int i = 0; i < row.length; i++) {
        row[i] -= mean[i];
      }
      referenced[target] = row;
    }
    return referenced;
  }

  private double[] mean(double[][] rows) {
    double[] mean = new double[rows[reference[0]].length];
    for (int channel : reference) {
      double[] row = rows[channel];
      for (int i = 0; i < mean.length; i++) {
        mean[i] += row[i];
      }
    }
    for (int i = 0; i < mean.length; i++) {
      mean[i] /= reference.length;
    }
    return mean;
  }
}
