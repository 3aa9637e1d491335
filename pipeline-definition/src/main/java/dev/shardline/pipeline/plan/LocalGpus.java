package dev.shardline.pipeline.plan;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;

/// Counts the GPUs of this machine by NVML, NVIDIA's management library.
///
/// Source: the NVML API reference, `nvmlInit_v2` and `nvmlDeviceGetCount_v2`.
@SuppressWarnings("restricted") // the one native call of this module
public final class LocalGpus {
  private static final String LIBRARY = "libnvidia-ml.so.1";
  private static final int SUCCESS = 0;

  private LocalGpus() {}

  /// The number of NVIDIA GPUs; 0 where there is no driver.
  public static int count() {
    try (Arena arena = Arena.ofConfined()) {
      SymbolLookup library = SymbolLookup.libraryLookup(LIBRARY, arena);
      if (status(library, "nvmlInit_v2") != SUCCESS) {
        return 0;
      }
      try {
        return deviceCount(library, arena);
      } finally {
        int ignored = status(library, "nvmlShutdown");
      }
    } catch (IllegalArgumentException noDriver) {
      return 0;
    }
  }

  private static int deviceCount(SymbolLookup library, Arena arena) {
    MemorySegment count = arena.allocate(JAVA_INT);
    MethodHandle call =
        Linker.nativeLinker()
            .downcallHandle(
                library.findOrThrow("nvmlDeviceGetCount_v2"),
                FunctionDescriptor.of(JAVA_INT, ADDRESS));
    try {
      int status = (int) call.invokeExact(count);
      return status == SUCCESS ? count.get(JAVA_INT, 0) : 0;
    } catch (Throwable e) {
      throw new IllegalStateException("NVML could not be called", e);
    }
  }

  private static int status(SymbolLookup library, String function) {
    MethodHandle call =
        Linker.nativeLinker()
            .downcallHandle(library.findOrThrow(function), FunctionDescriptor.of(JAVA_INT));
    try {
      return (int) call.invokeExact();
    } catch (Throwable e) {
      throw new IllegalStateException("NVML could not be called", e);
    }
  }
}
