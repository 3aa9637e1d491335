package dev.shardline.volume.gzip;

import java.lang.foreign.MemorySegment;
import java.util.Optional;

/// Code outside the Java machine that inflates a gzip file in one go. It never decides that a file
/// is bad: what it does not inflate, the program's own decoder looks at, whose findings are the
/// same on every machine. Safe for many threads.
interface WholeInflater {
  /// Inflates a file of one gzip member (RFC 1952), of which nothing but zeros may follow, and
  /// checks its length and CRC-32.
  ///
  /// @param expected how many bytes should come out, by what the content itself says; decides how
  ///   much memory is taken, so it must have been checked
  /// @return all its bytes; empty if the file is anything else, damaged, much longer than expected,
  ///   or if there is no room
  Optional<InflatedBytes> inflate(MemorySegment file, long expected);
}
