package dev.shardline.recipe;

/// How much memory a step needs for data that lies in a scratch file.
public sealed interface StoredFootprint {
  /// What blocks of columns, or groups of short rows, take.
  long BLOCKS = 16L << 20;

  /// The most that is in memory at once while the step runs.
  long peakBytes();

  /// What the step gives lies in a scratch file too.
  record OnDisk(StoredData given, long peakBytes) implements StoredFootprint {}

  /// What the step gives is in memory: windows, spectra, features.
  record InMemory(Footprint footprint) implements StoredFootprint {
    @Override
    public long peakBytes() {
      return footprint.peakBytes();
    }
  }

  /// A step that changes one row after another and works with so many rows in double precision.
  static StoredFootprint rowByRow(StoredData taken, int workingRows) {
    return new OnDisk(taken, Footprint.sum(taken.rowsInDouble(workingRows), BLOCKS));
  }
}
