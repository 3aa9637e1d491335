package dev.shardline.signal.format.wfdb;

import dev.shardline.failure.MalformedDataException;
import dev.shardline.signal.format.ByteSource;
import dev.shardline.signal.format.raw.WindowedBytes;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/// Reads the frames of one signal file as numbers. Not safe for concurrent use.
final class DatFrames {
  private static final int STRETCH_NUMBERS = 8192;

  private final DatGroup group;
  private final int[] valuesPerFrame;
  private final double[] initial;
  private final double[] running;
  private final WindowedBytes window;
  private final long fileEnd;
  private final double[] numbers;
  private final byte[] cutBlock = new byte[4];
  private long runningFrame;

  /// @param signals all signals of the header
  /// @param frames how many the file holds
  DatFrames(ByteSource source, DatGroup group, List<WfdbSignal> signals, long frames) {
    this.group = group;
    this.valuesPerFrame =
        group.signals().stream().mapToInt(i -> signals.get(i).valuesPerFrame()).toArray();
    this.initial = group.signals().stream().mapToDouble(i -> signals.get(i).initial()).toArray();
    this.running = initial.clone();
    this.fileEnd = group.fileBytes(frames);
    this.window = new WindowedBytes(source, fileEnd);
    this.numbers =
        new double[framesAtOnce() * group.frameNumbers() + 2 * group.format().blockNumbers()];
  }

  /// Takes whole frames.
  @FunctionalInterface
  interface FrameSink {
    /// @param first the frame that the first number belongs to
    /// @param numbers frame after frame
    /// @param index of the first number
    /// @param count frames
    void accept(long first, double[] numbers, int index, int count) throws MalformedDataException;
  }

  /// The most frames that a sink is given at once.
  int framesAtOnce() {
    return Math.max(1, STRETCH_NUMBERS / group.frameNumbers());
  }

  /// Hands over the frames `from` (inclusive) to `to` (exclusive), in order.
  void read(long from, long to, FrameSink sink) throws MalformedDataException, IOException {
    long start = group.format() == DatFormat.FORMAT_8 ? resume(from) : from;
    for (long at = start; at < to; at += framesAtOnce()) {
      int count = (int) Math.min(framesAtOnce(), to - at);
      int index = decode(at, count);
      if (group.format() == DatFormat.FORMAT_8) {
        accumulate(count);
        runningFrame = at + count;
      }
      int skipped = (int) Math.clamp(from - at, 0, count);
      if (skipped < count) {
        sink.accept(at + skipped, numbers, index + skipped * group.frameNumbers(), count - skipped);
      }
    }
  }

  /// Differences add up from the start of the file, so reading goes on where it ended, or starts
  /// over.
  private long resume(long from) {
    if (from < runningFrame) {
      runningFrame = 0;
      System.arraycopy(initial, 0, running, 0, initial.length);
    }
    return runningFrame;
  }

  private void accumulate(int count) {
    int at = 0;
    for (int frame = 0; frame < count; frame++) {
      for (int member = 0; member < valuesPerFrame.length; member++) {
        for (int i = 0; i < valuesPerFrame[member]; i++, at++) {
          // Sums are of 32 bits, as in wfdb-python.
          running[member] = (int) (long) (running[member] + numbers[at]);
          numbers[at] = running[member];
        }
      }
    }
  }

  /// Decodes frames into [#numbers].
  ///
  /// @return the index of the first frame's first number
  private int decode(long frame, int count) throws IOException {
    DatFormat format = group.format();
    long first = frame * group.frameNumbers();
    long end = first + (long) count * group.frameNumbers();
    long firstBlock = first / format.blockNumbers();
    int blocks = (int) (-Math.floorDiv(-end, format.blockNumbers()) - firstBlock);
    long offset = group.byteOffset() + firstBlock * format.blockBytes();
    long bytes = Math.min((long) blocks * format.blockBytes(), fileEnd - offset);
    int whole = (int) (bytes / format.blockBytes());
    int index = window.locate(offset, (int) bytes);
    format.decode(window.bytes(), index, whole, numbers);
    if (whole < blocks) {
      decodeCutBlock(index + whole * format.blockBytes(), (int) bytes % format.blockBytes(), whole);
    }
    return (int) (first - firstBlock * format.blockNumbers());
  }

  private void decodeCutBlock(int index, int bytes, int block) {
    Arrays.fill(cutBlock, (byte) 0);
    System.arraycopy(window.bytes(), index, cutBlock, 0, bytes);
    double[] last = new double[group.format().blockNumbers()];
    group.format().decode(cutBlock, 0, 1, last);
    System.arraycopy(last, 0, numbers, block * last.length, last.length);
  }
}
