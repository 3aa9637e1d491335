package dev.shardline.signal.format.raw;

import dev.shardline.failure.MalformedDataException;
import java.io.IOException;

/// A file's stored numbers by time range: what a format adds to [CalibratedReader]. Not safe for
/// concurrent use.
@FunctionalInterface
public interface RawSignal {
  /// Hands every number of time points `start` (inclusive) to `stop` (exclusive), each exactly
  /// once, to the sink, in an order that suits the file and in stretches of at most a few thousand.
  /// NaN stands for a time point that was not recorded.
  void read(long start, long stop, RawSink sink) throws MalformedDataException, IOException;
}
