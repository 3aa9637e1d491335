package dev.shardline.signal.format;

/// What becomes of tracks with the same label.
public enum LabelPolicy {
  /// The file is refused.
  REFUSE,
  /// Every track of a repeated label gets its ordinal among them: `C3-0`, `C3-1`, as MNE does.
  NUMBER
}
