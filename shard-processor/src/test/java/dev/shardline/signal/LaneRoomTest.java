package dev.shardline.signal;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LaneRoomTest {
  /// Arrays of odd lengths one behind the other, so that they begin at different places of a line.
  @Test
  void theFirstRowBeginsWithALineOfCache() {
    List<LaneRoom> rooms = new ArrayList<>();
    for (int length = 0; length < 64; length++) {
      rooms.add(new LaneRoom(length));
    }
    for (int length = 0; length < 64; length++) {
      LaneRoom room = rooms.get(length);
      room.settle();
      assertThat(room.values().length).isGreaterThanOrEqualTo(room.first() + length);
      assertThat(address(MemorySegment.ofArray(room.values()), room.first() * Float.BYTES) % 64)
          .isZero();
    }
  }

  @Test
  void aLineOfDoublesBeginsWithinOneOfThem() {
    for (int length = 0; length < 64; length++) {
      double[] values = new double[length + CacheLine.DOUBLES];
      int first = CacheLine.first(values);
      assertThat(first).isBetween(0, CacheLine.DOUBLES - 1);
      assertThat(address(MemorySegment.ofArray(values), first * Double.BYTES) % 64).isZero();
    }
  }

  /// The array is all zeros, so C's `memchr` finds a zero at its begin.
  private static long address(MemorySegment zeros, long offset) {
    try {
      return (long) memchr().invokeExact(zeros, 0, offset + 1) + offset;
    } catch (Throwable thrown) {
      throw new AssertionError(thrown);
    }
  }

  private static MethodHandle memchr() {
    Linker linker = Linker.nativeLinker();
    return linker.downcallHandle(
        linker.defaultLookup().findOrThrow("memchr"),
        FunctionDescriptor.of(
            ValueLayout.JAVA_LONG,
            ValueLayout.ADDRESS,
            ValueLayout.JAVA_INT,
            ValueLayout.JAVA_LONG),
        Linker.Option.critical(true));
  }
}
