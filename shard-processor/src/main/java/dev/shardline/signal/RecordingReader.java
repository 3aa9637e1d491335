package dev.shardline.signal;

import dev.shardline.failure.MalformedDataException;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/// A recording that is read by time range, so that its length never decides the memory needed.
///
/// Not safe for concurrent use: a reader keeps its buffers. Readers opened on the same source are
/// independent. Reading in ascending order is fastest; any order gives the same values.
public interface RecordingReader {
  RecordingHeader header();

  /// Everything said about spans of the recording, in the order of the source; times in seconds
  /// from the first time point.
  ///
  /// @throws MalformedDataException if the source's annotations break its format
  /// @throws IOException if the source cannot be read
  List<Annotation> annotations() throws MalformedDataException, IOException;

  /// All values where they lie, if the source is in memory and holds them as float32, row by row;
  /// empty if they have to be read.
  ///
  /// @throws IOException if the source cannot be read
  default Optional<EncodedTraces> inPlace() throws IOException {
    return Optional.empty();
  }

  /// Reads time points `start` (inclusive) to `stop` (exclusive) of every channel, scaled to the
  /// channel's unit. Each value is the float64 value rounded once to float32.
  ///
  /// @param into row i receives channel i, from index `at` on
  /// @throws IndexOutOfBoundsException if the range lies outside the recording or `into`
  /// @throws MalformedDataException if the bytes of the range contradict the format
  /// @throws IOException if the source cannot be read
  void read(long start, long stop, float[][] into, int at)
      throws MalformedDataException, IOException;

  /// As [#read(long, long, float[][], int)], in float64: bit-equal to the format's reference
  /// reader.
  void read(long start, long stop, double[][] into, int at)
      throws MalformedDataException, IOException;
}
