package dev.shardline.signal.lanes;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.util.NoSuchElementException;

/// Scratch for rows of lanes, the first of which begins with a line of cache: a vector across two
/// lines takes two accesses, and arrays begin wherever the collector puts them.
///
/// Not safe for concurrent use.
final class LaneRoom {
  private static final int LINE = 64;
  private static final MethodHandle MEMMOVE = memmove();

  private final float[] values;
  private int first;

  /// Room for so many values, all zero.
  LaneRoom(int length) {
    values = new float[length + LINE / Float.BYTES];
    settle();
  }

  /// C's function gives the address that it moves to; it is asked to move nothing. Where native
  /// calls are not allowed, every array passes for one that begins with a line.
  private static MethodHandle memmove() {
    FunctionDescriptor shape =
        FunctionDescriptor.of(
            ValueLayout.JAVA_LONG, ValueLayout.ADDRESS, ValueLayout.ADDRESS, ValueLayout.JAVA_LONG);
    try {
      Linker linker = Linker.nativeLinker();
      MemorySegment function = linker.defaultLookup().findOrThrow("memmove");
      return linker.downcallHandle(function, shape, Linker.Option.critical(true));
    } catch (IllegalCallerException | UnsupportedOperationException | NoSuchElementException _) {
      return MethodHandles.empty(shape.toMethodType());
    }
  }

  /// Looks where the array lies now. What the room holds is lost. Results do not depend on it, and
  /// if the collector moves the array later only time is lost.
  void settle() {
    first = (int) (-address(values) & (LINE - 1)) / Float.BYTES;
  }

  private static long address(float[] values) {
    MemorySegment segment = MemorySegment.ofArray(values);
    try {
      return (long) MEMMOVE.invokeExact(segment, segment, 0L);
    } catch (Throwable impossible) {
      throw new AssertionError("C's memmove throws nothing", impossible);
    }
  }

  /// The array that holds the rows, and others before and behind them.
  float[] values() {
    return values;
  }

  /// Where in [#values] the first row begins.
  int first() {
    return first;
  }
}
