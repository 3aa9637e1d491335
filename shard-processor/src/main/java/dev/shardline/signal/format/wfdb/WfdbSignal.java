package dev.shardline.signal.format.wfdb;

import dev.shardline.signal.SignalUnit;
import java.util.OptionalInt;

/// One signal as a header line describes it.
///
/// @param file name of the signal file; `~` for a signal that a layout only announces
/// @param formatCode as written; may be one that is not read here
/// @param valuesPerFrame numbers in each frame
/// @param skew by how many frames the signal lags in the file
/// @param byteOffset where the file's numbers start
/// @param gain numbers per unit
/// @param baseline the number that means 0 units
/// @param initial the number before the first difference, for format 8
/// @param checksum sum of all numbers modulo 65536, if stated
/// @param lineOffset byte offset of the line in the header
record WfdbSignal(
    String label,
    String file,
    int formatCode,
    int valuesPerFrame,
    int skew,
    long byteOffset,
    double gain,
    int baseline,
    SignalUnit unit,
    int initial,
    OptionalInt checksum,
    long lineOffset) {
  /// The file name of signals that are announced and not there.
  static final String NO_FILE = "~";
}
