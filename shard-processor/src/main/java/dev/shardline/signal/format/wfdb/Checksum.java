package dev.shardline.signal.format.wfdb;

import dev.shardline.failure.MalformedDataException;
import dev.shardline.failure.Reason;

/// Adds up a signal's numbers while they are read in order from the first, and compares the sum
/// with the header's once the last was read. Reading in another order is not checked.
final class Checksum {
  private static final int MASK = 0xffff;

  private final WfdbSignal signal;
  private final long frames;
  private long nextFrame;
  private long sum;

  Checksum(WfdbSignal signal, long frames) {
    this.signal = signal;
    this.frames = frames;
  }

  /// @param index of the signal's first number in the first frame
  /// @param stride numbers from one frame to the next
  void add(long frame, double[] numbers, int index, int stride, int count)
      throws MalformedDataException {
    if (frame == 0) {
      nextFrame = 0;
      sum = 0;
    }
    if (frame != nextFrame) {
      return;
    }
    for (int i = 0, p = index; i < count; i++, p += stride) {
      for (int value = 0; value < signal.valuesPerFrame(); value++) {
        sum += (long) numbers[p + value];
      }
    }
    nextFrame += count;
    if (nextFrame == frames) {
      verify();
    }
  }

  private void verify() throws MalformedDataException {
    int expected = signal.checksum().orElse((int) (sum & MASK));
    if (expected != (sum & MASK)) {
      throw new MalformedDataException(
          Reason.MALFORMED,
          "checksum of '" + signal.label() + "'",
          signal.lineOffset(),
          "%d for the numbers in %s".formatted(sum & MASK, signal.file()),
          "" + expected);
    }
  }
}
