package dev.shardline.signal;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.util.NoSuchElementException;

/// Where lines of cache begin in an array: a vector across two lines takes two accesses, and arrays
/// begin wherever the collector puts them.
///
/// Safe for many threads.
public final class CacheLine {
  private static final int BYTES = 64;

  /// Floats of a line.
  public static final int FLOATS = BYTES / Float.BYTES;

  /// Doubles of a line.
  public static final int DOUBLES = BYTES / Double.BYTES;

  private static final MethodHandle MEMMOVE = memmove();

  private CacheLine() {}

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

  /// The index below [#FLOATS] at which a line begins, until the collector moves the array.
  public static int first(float[] values) {
    return (int) (bytesToLine(MemorySegment.ofArray(values)) / Float.BYTES);
  }

  /// The index below [#DOUBLES] at which a line begins, until the collector moves the array.
  public static int first(double[] values) {
    return (int) (bytesToLine(MemorySegment.ofArray(values)) / Double.BYTES);
  }

  private static long bytesToLine(MemorySegment array) {
    try {
      return -(long) MEMMOVE.invokeExact(array, array, 0L) & (BYTES - 1);
    } catch (Throwable impossible) {
      throw new AssertionError("C's memmove throws nothing", impossible);
    }
  }
}
