package dev.shardline.lineage;

/// How many samples ended how.
public record FateCounts(long written, long dropped, long quarantined) {
  public static final FateCounts NONE = new FateCounts(0, 0, 0);

  /// One sample that ended so.
  public static FateCounts of(SampleFate fate) {
    return switch (fate) {
      case SampleFate.Written _ -> new FateCounts(1, 0, 0);
      case SampleFate.Dropped _ -> new FateCounts(0, 1, 0);
      case SampleFate.Quarantined _ -> new FateCounts(0, 0, 1);
    };
  }

  public FateCounts plus(FateCounts other) {
    return new FateCounts(
        written + other.written, dropped + other.dropped, quarantined + other.quarantined);
  }

  public long samples() {
    return written + dropped + quarantined;
  }
}
