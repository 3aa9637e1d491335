package dev.shardline.signal.format.wfdb;

/// The choices that WFDB adds to those of every format.
///
/// @param annotator extension of the annotation file: `atr`, `qrs`, `ecg`
/// @param frames what becomes of signals with several values per frame
/// @param checksums whether signals are compared with the header's checksums
public record WfdbOptions(String annotator, Frames frames, Checksums checksums) {
  /// Reference annotations, values as stored, checksums verified.
  public static final WfdbOptions DEFAULT =
      new WfdbOptions("atr", Frames.AS_STORED, Checksums.VERIFY);

  /// What becomes of signals with several values per frame.
  public enum Frames {
    /// Each signal at its own rate; signals that differ need a
    /// [dev.shardline.signal.format.RatePolicy].
    AS_STORED,
    /// Every signal at the frame rate, its number the mean of the frame's numbers without its
    /// fraction, as wfdb-python reads unless told otherwise. No filter precedes it.
    AVERAGED
  }

  /// Whether signals are compared with the header's checksums. The comparison happens when the last
  /// value of a signal is read after all before it were read in order.
  public enum Checksums {
    VERIFY,
    IGNORE
  }
}
