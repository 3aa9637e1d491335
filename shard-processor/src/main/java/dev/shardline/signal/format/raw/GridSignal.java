package dev.shardline.signal.format.raw;

import dev.shardline.signal.EncodedTraces;
import dev.shardline.signal.format.ByteSource;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.Optional;

/// Reads the stored numbers of a [Grid] in the order in which they lie there.
public final class GridSignal implements RawSignal {
  private static final int STRETCH = 4096;

  private final ByteSource source;
  private final Grid grid;
  private final List<Integer> tracks;
  private final WindowedBytes window;
  private final double[] numbers = new double[STRETCH];

  /// @param grid where all tracks of a time point, if multiplexed, take at most 1 MiB
  /// @param tracks which track of the grid each signal channel is
  public GridSignal(ByteSource source, Grid grid, List<Integer> tracks) {
    this.source = source;
    this.grid = grid;
    this.tracks = List.copyOf(tracks);
    this.window = new WindowedBytes(source, grid.end());
  }

  @Override
  public void read(long start, long stop, RawSink sink) throws IOException {
    if (grid.timeStride() < grid.trackStride()) {
      for (int row = 0; row < tracks.size(); row++) {
        for (long at = start; at < stop; at += STRETCH) {
          accept(row, at, (int) Math.min(STRETCH, stop - at), start, sink);
        }
      }
      return;
    }
    int frames = (int) Math.clamp(WindowedBytes.maximumLength() / grid.timeStride(), 1, STRETCH);
    for (long at = start; at < stop; at += frames) {
      int count = (int) Math.min(frames, stop - at);
      window.locate(grid.at(0, at), (int) (count * grid.timeStride()));
      for (int row = 0; row < tracks.size(); row++) {
        accept(row, at, count, start, sink);
      }
    }
  }

  /// Only of a file that holds these rows and, but for its header, nothing else: its bytes stay as
  /// long as the rows.
  @Override
  public Optional<EncodedTraces> inPlace() {
    MemorySegment memory = source.memory().orElse(null);
    if (memory == null || memory.byteSize() != grid.end() || tracks.size() < grid.tracks()) {
      return Optional.empty();
    }
    boolean rows = grid.timeStride() == Float.BYTES && grid.trackStride() >= grid.timeStride();
    if (!rows || !grid.encoding().equals(NumberEncoding.littleEndian(NumberType.FLOAT32))) {
      return Optional.empty();
    }
    int[] offsets = tracks.stream().mapToInt(track -> (int) grid.at(track, 0)).toArray();
    return Optional.of(new EncodedTraces(memory, offsets, (int) grid.timePoints()));
  }

  private void accept(int row, long at, int count, long start, RawSink sink) throws IOException {
    int stride = (int) grid.timeStride();
    int span = (count - 1) * stride + grid.encoding().bytes();
    int index = window.locate(grid.at(tracks.get(row), at), span);
    if (grid.encoding().isFloat32() && stride == Float.BYTES) {
      sink.accept(row, (int) (at - start), grid.encoding().floats(window.bytes(), index, count));
      return;
    }
    grid.encoding().decode(window.bytes(), index, stride, count, numbers);
    sink.accept(row, (int) (at - start), numbers, count);
  }
}
