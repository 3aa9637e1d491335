package dev.shardline.image.codec.jpeg;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/// The transform in vector instructions, of any width up to sixteen lanes.
final class VectorInverseTransform extends InverseTransform {
  private static final VectorSpecies<Integer> SPECIES = IntVector.SPECIES_PREFERRED;
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private final int[] work = new int[ZigzagOrder.BATCH];
  private final int[] evens = new int[4 * LANES];
  private final int[] odds = new int[4 * LANES];
  private final int[] low = new int[LANES];
  private final int[] high = new int[LANES];

  @Override
  void apply(int[] coefficients, int source, byte[] plane, int target, int stride) {
    for (int i = 0; i < ROW; i += SPECIES.length()) {
      even(coefficients, source + i, ROW, FIRST_ROUNDING);
      odd(coefficients, source + i, ROW);
      combine(i, ROW, FIRST_SHIFT);
    }
    for (int row = 0; row < 8; row++) {
      alongRow(row * ROW);
      store(plane, target + row * stride);
    }
  }

  private void alongRow(int row) {
    for (int i = 0; i < LANES; i += SPECIES.length()) {
      even(work, row + i, LANES, SECOND_ROUNDING);
      odd(work, row + i, LANES);
      combine(row + i, LANES, SECOND_SHIFT);
      pack(work, row + i, low, i);
      pack(work, row + i + 4 * LANES, high, i);
    }
  }

  private static IntVector load(int[] values, int place) {
    return IntVector.fromArray(SPECIES, values, place);
  }

  /// What the even ones of eight values a step apart contribute, in as many lanes as the machine
  /// has. The two halves are methods of their own because the compiler inlines only so many vector
  /// operations into one. The names of the constants give their size: FIX_0_541 is 0.541196100.
  private void even(int[] from, int source, int step, int rounding) {
    IntVector even2 = load(from, source + 2 * step);
    IntVector even6 = load(from, source + 6 * step);
    IntVector turned = even2.add(even6).mul(FIX_0_541);
    IntVector lower = turned.sub(even6.mul(FIX_1_847));
    IntVector upper = turned.add(even2.mul(FIX_0_765));
    IntVector even0 = load(from, source);
    IntVector even4 = load(from, source + 4 * step);
    IntVector sum = even0.add(even4).lanewise(VectorOperators.LSHL, CONSTANT_BITS).add(rounding);
    IntVector difference =
        even0.sub(even4).lanewise(VectorOperators.LSHL, CONSTANT_BITS).add(rounding);
    sum.add(upper).intoArray(evens, 0);
    difference.add(lower).intoArray(evens, LANES);
    difference.sub(lower).intoArray(evens, 2 * LANES);
    sum.sub(upper).intoArray(evens, 3 * LANES);
  }

  /// What the odd ones contribute.
  private void odd(int[] from, int source, int step) {
    IntVector odd7 = load(from, source + 7 * step);
    IntVector odd5 = load(from, source + 5 * step);
    IntVector odd3 = load(from, source + 3 * step);
    IntVector odd1 = load(from, source + step);
    IntVector z3 = odd7.add(odd3);
    IntVector z4 = odd5.add(odd1);
    IntVector z5 = z3.add(z4).mul(FIX_1_175);
    z3 = z5.sub(z3.mul(FIX_1_961));
    z4 = z5.sub(z4.mul(FIX_0_390));
    IntVector z1 = odd7.add(odd1).mul(FIX_0_899);
    IntVector z2 = odd5.add(odd3).mul(FIX_2_562);
    odd1.mul(FIX_1_501).sub(z1).add(z4).intoArray(odds, 0);
    odd3.mul(FIX_3_072).sub(z2).add(z3).intoArray(odds, LANES);
    odd5.mul(FIX_2_053).sub(z2).add(z4).intoArray(odds, 2 * LANES);
    odd7.mul(FIX_0_298).sub(z1).add(z3).intoArray(odds, 3 * LANES);
  }

  /// Sums and differences of both, scaled down: the first and last value, the second and last but
  /// one, and so on.
  private void combine(int target, int step, int shift) {
    for (int pair = 0; pair < 4; pair++) {
      IntVector even = load(evens, pair * LANES);
      IntVector odd = load(odds, pair * LANES);
      even.add(odd).lanewise(VectorOperators.ASHR, shift).intoArray(work, target + pair * step);
      even.sub(odd)
          .lanewise(VectorOperators.ASHR, shift)
          .intoArray(work, target + (7 - pair) * step);
    }
  }

  /// Four neighbouring columns as the bytes of one int.
  private static void pack(int[] from, int source, int[] to, int target) {
    cut(from, source)
        .or(cut(from, source + LANES).lanewise(VectorOperators.LSHL, 8))
        .or(cut(from, source + 2 * LANES).lanewise(VectorOperators.LSHL, 16))
        .or(cut(from, source + 3 * LANES).lanewise(VectorOperators.LSHL, 24))
        .intoArray(to, target);
  }

  private static IntVector cut(int[] from, int source) {
    return load(from, source).max(0).min(255);
  }

  private void store(byte[] plane, int target) {
    for (int lane = 0; lane < LANES; lane++) {
      long eight = (long) high[lane] << 32 | Integer.toUnsignedLong(low[lane]);
      LONGS.set(plane, target + 8 * lane, eight);
    }
  }
}
