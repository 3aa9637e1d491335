package dev.shardline.build;

/// Collects what a stage of a large build has left behind. Its arrays lie in the old generation,
/// which collectors let grow to its limit before they look into it; what stays is a few large
/// arrays, too, so that looking takes a few milliseconds for each hundred megabytes.
final class SpentArrays {
  /// Of fewer samples a stage leaves less than the program itself takes.
  private static final int MANY_SAMPLES = 500_000;

  private SpentArrays() {}

  /// To be called between stages.
  static void collect(int samples) {
    if (samples >= MANY_SAMPLES) {
      System.gc();
    }
  }
}
