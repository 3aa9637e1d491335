package dev.shardline.signal.lanes;

import dev.shardline.signal.EncodedTraces;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

/// Whether values are numbers. In arrays: zero times any of them is zero, but times an infinity or
/// NaN it is NaN, and stays so in a sum. In a file's bytes: a one added to an exponent of all ones
/// carries into the sign's place; two values at a time, in a plain loop, which is as fast as memory
/// and, unlike vectors, fast at once, before it is compiled for good.
///
/// Safe for many threads.
public final class FiniteRows {
  private static final int LENGTH = Lanes.LENGTH;
  private static final int STRANDS = 4;

  private static final ValueLayout.OfInt ONE =
      ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final ValueLayout.OfLong TWO =
      ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final long SIGNS = 0x8000_0000_8000_0000L;
  private static final long LAST_OF_EXPONENT = 0x0080_0000_0080_0000L;

  private FiniteRows() {}

  /// Whether there is neither NaN nor an infinity from index `from` (inclusive) to `to` (exclusive)
  /// of any row.
  public static boolean allFinite(float[][] rows, int from, int to) {
    boolean finite = true;
    for (float[] row : rows) {
      finite &= allFinite(row, from, to);
    }
    return finite;
  }

  /// Whether there is neither NaN nor an infinity in any of the traces.
  public static boolean allFinite(EncodedTraces traces) {
    boolean finite = true;
    for (int channel = 0; channel < traces.channels(); channel++) {
      finite &= allFinite(traces.memory(), traces.offset(channel), traces.timePoints());
    }
    return finite;
  }

  private static boolean allFinite(MemorySegment values, int from, int count) {
    int odd = count % 2;
    int whole = from + (count - odd) * Float.BYTES;
    long seen = odd == 0 ? 0 : carried(Integer.toUnsignedLong(values.get(ONE, whole)));
    for (int i = from; i < whole; i += Long.BYTES) {
      seen |= carried(values.get(TWO, i));
    }
    return (seen & SIGNS) == 0;
  }

  private static long carried(long values) {
    return (values & ~SIGNS) + LAST_OF_EXPONENT;
  }

  private static boolean allFinite(float[] row, int from, int to) {
    int whole = to - (to - from) % (STRANDS * LENGTH);
    float rest = 0;
    for (int i = whole; i < to; i++) {
      rest += 0 * row[i];
    }
    return rest == 0 && strandsAreFinite(row, from, whole);
  }

  private static boolean strandsAreFinite(float[] row, int from, int to) {
    FloatVector zero = Lanes.broadcast(0);
    FloatVector a = zero;
    FloatVector b = zero;
    FloatVector c = zero;
    FloatVector d = zero;
    for (int i = from; i < to; i += STRANDS * LENGTH) {
      a = Lanes.load(row, i).fma(zero, a);
      b = Lanes.load(row, i + LENGTH).fma(zero, b);
      c = Lanes.load(row, i + 2 * LENGTH).fma(zero, c);
      d = Lanes.load(row, i + 3 * LENGTH).fma(zero, d);
    }
    return !a.add(b).add(c.add(d)).test(VectorOperators.IS_NAN).anyTrue();
  }
}
