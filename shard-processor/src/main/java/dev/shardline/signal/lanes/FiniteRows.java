package dev.shardline.signal.lanes;

import dev.shardline.signal.EncodedTraces;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/// Whether values are numbers: zero times any of them is zero, but times an infinity or NaN it is
/// NaN, and stays so in a sum.
///
/// Safe for many threads.
public final class FiniteRows {
  private static final int LENGTH = Lanes.LENGTH;
  private static final int STRANDS = 4;

  private static final VarHandle FLOAT =
      MethodHandles.byteArrayViewVarHandle(float[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VectorSpecies<Byte> BYTES = Lanes.SPECIES.withLanes(byte.class);
  private static final int VECTOR_BYTES = BYTES.length();

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
      finite &= allFinite(traces.bytes(), traces.offset(channel), traces.timePoints());
    }
    return finite;
  }

  private static boolean allFinite(byte[] values, int from, int count) {
    int to = from + count * Float.BYTES;
    int whole = to - count % (STRANDS * LENGTH) * Float.BYTES;
    float rest = 0;
    for (int i = whole; i < to; i += Float.BYTES) {
      rest += 0 * (float) FLOAT.get(values, i);
    }
    return rest == 0 && strandsAreFinite(values, from, whole);
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

  private static boolean strandsAreFinite(byte[] values, int from, int to) {
    FloatVector zero = Lanes.broadcast(0);
    FloatVector a = zero;
    FloatVector b = zero;
    FloatVector c = zero;
    FloatVector d = zero;
    for (int i = from; i < to; i += STRANDS * VECTOR_BYTES) {
      a = load(values, i).fma(zero, a);
      b = load(values, i + VECTOR_BYTES).fma(zero, b);
      c = load(values, i + 2 * VECTOR_BYTES).fma(zero, c);
      d = load(values, i + 3 * VECTOR_BYTES).fma(zero, d);
    }
    return !a.add(b).add(c.add(d)).test(VectorOperators.IS_NAN).anyTrue();
  }

  private static FloatVector load(byte[] values, int at) {
    return ByteVector.fromArray(BYTES, values, at).reinterpretAsFloats();
  }
}
