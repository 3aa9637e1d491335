package dev.shardline.signal.format;

/// What becomes of the interruptions of a discontinuous recording.
public enum GapPolicy {
  /// A recording with interruptions is refused.
  REFUSE,
  /// Time points go on as if nothing had happened, as MNE reads EDF+D; every seam is annotated
  /// `EDGE boundary`, and annotations move with the signal they belong to.
  JOIN,
  /// Missing time points are NaN and annotated `BAD_ACQ_SKIP`, so that times stay true.
  FILL
}
