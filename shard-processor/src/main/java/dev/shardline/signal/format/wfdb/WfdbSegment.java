package dev.shardline.signal.format.wfdb;

/// One segment as a line of a multi-segment header names it.
///
/// @param record name of its header file without extension; `~` for a gap
/// @param frames how long it is; 0 for a layout
/// @param lineOffset byte offset of the line in the header
record WfdbSegment(String record, long frames, long lineOffset) {
  private static final String GAP = "~";

  boolean isGap() {
    return record.equals(GAP);
  }
}
