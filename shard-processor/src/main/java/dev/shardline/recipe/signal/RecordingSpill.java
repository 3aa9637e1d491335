package dev.shardline.recipe.signal;

import dev.shardline.failure.MalformedDataException;
import dev.shardline.recipe.signal.RecordingDecoder.Precision;
import dev.shardline.scratch.ScratchSpace;
import dev.shardline.signal.RecordingHeader;
import dev.shardline.signal.RecordingReader;
import dev.shardline.signal.StoredTraces;
import java.io.IOException;

/// Decodes a recording into a scratch file, block of time points by block.
record RecordingSpill(ScratchSpace space, Precision precision) {
  private static final int BLOCK_BYTES = 8 << 20;

  /// The memory that decoding takes: the block in double precision and the readers' windows.
  static final long WORKING_BYTES = 2L * BLOCK_BYTES;

  /// The values of the whole recording.
  StoredTraces traces(RecordingReader reader) throws MalformedDataException, IOException {
    RecordingHeader header = reader.header();
    int channels = header.channels().size();
    int timePoints = (int) header.timePoints();
    StoredTraces traces = StoredTraces.begin(space, channels, timePoints, precision.bytes());
    int step =
        (int) Math.clamp(BLOCK_BYTES / precision.bytes() / Math.max(1, channels), 64, 1 << 20);
    switch (precision) {
      case FLOAT32 -> {
        float[][] block = new float[channels][Math.min(step, timePoints)];
        for (int from = 0; from < timePoints; from += step) {
          int count = Math.min(step, timePoints - from);
          reader.read(from, from + count, block, 0);
          for (int row = 0; row < channels; row++) {
            traces.fill(row, from, block[row], count);
          }
        }
      }
      case FLOAT64 -> {
        double[][] block = new double[channels][Math.min(step, timePoints)];
        for (int from = 0; from < timePoints; from += step) {
          int count = Math.min(step, timePoints - from);
          reader.read(from, from + count, block, 0);
          for (int row = 0; row < channels; row++) {
            traces.fill(row, from, block[row], count);
          }
        }
      }
    }
    return traces;
  }
}
