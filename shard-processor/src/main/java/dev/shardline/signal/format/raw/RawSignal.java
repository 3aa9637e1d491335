package dev.shardline.signal.format.raw;

import dev.shardline.failure.MalformedDataException;
import dev.shardline.signal.EncodedTraces;
import java.io.IOException;
import java.util.Optional;

/// A file's stored numbers by time range: what a format adds to [CalibratedReader]. Not safe for
/// concurrent use.
@FunctionalInterface
public interface RawSignal {
  /// Hands every number of time points `start` (inclusive) to `stop` (exclusive), each exactly
  /// once, to the sink, in an order that suits the file and in stretches of at most a few thousand.
  /// NaN stands for a time point that was not recorded.
  void read(long start, long stop, RawSink sink) throws MalformedDataException, IOException;

  /// All stored numbers where they lie, if the source is in memory and holds them as float32, row
  /// by row.
  default Optional<EncodedTraces> inPlace() throws IOException {
    return Optional.empty();
  }
}
