package dev.shardline.signal.format;

/// What becomes of the interruptions of a discontinuous recording.
public enum GapPolicy {
  /// A recording with interruptions is refused.
  REFUSE,
  /// Time points go on as if nothing had happened, as MNE reads EDF+D; every seam is annotated
  /// `EDGE boundary`, and annotations move with the signal they belong to.
  JOIN,
  /// Missing time points are NaN and annotated `BAD_ACQ_SKIP`, so that times stay true. At most
  /// [#mostFilled] values come of it, so that no clock in a file decides how much memory is needed.
  FILL;

  private static final int LARGEST_GROWTH = 8;

  /// What a small recording may grow to whatever it holds: 64 MiB in double precision.
  private static final long SMALL = 1 << 23;

  /// The most values that filling may make of a recording's own, all signal channels together.
  public static long mostFilled(long values) {
    return Math.max(LARGEST_GROWTH * values, SMALL);
  }
}
