package dev.shardline.volume.gzip;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.util.Optional;

/// libdeflate, called through Java's foreign functions.
///
/// Source: `libdeflate.h`, `libdeflate_alloc_decompressor` and `libdeflate_gzip_decompress_ex`, the
/// same in all versions called `libdeflate.so.0`.
@SuppressWarnings("restricted") // native calls
final class Libdeflate implements WholeInflater {
  static final String LIBRARY = "libdeflate.so.0";

  private static final String ALLOCATE = "libdeflate_alloc_decompressor";
  private static final String DECOMPRESS = "libdeflate_gzip_decompress_ex";
  private static final int SUCCESS = 0;

  /// What may follow the expected bytes without another decoder having to look.
  private static final int SLACK = 1 << 16;

  private final MethodHandle allocate;
  private final MethodHandle decompress;
  private final InflateSpaces spaces;

  private Libdeflate(MemorySegment allocate, MemorySegment decompress, long limit) {
    Linker linker = Linker.nativeLinker();
    this.allocate = linker.downcallHandle(allocate, FunctionDescriptor.of(ADDRESS));
    this.decompress =
        linker.downcallHandle(
            decompress,
            FunctionDescriptor.of(
                JAVA_INT, ADDRESS, ADDRESS, JAVA_LONG, ADDRESS, JAVA_LONG, ADDRESS, ADDRESS));
    this.spaces = new InflateSpaces(limit, () -> InflateSpace.none(newDecompressor()));
  }

  /// The library, if this machine has it and this Java machine may call it.
  ///
  /// @param limit how many bytes outside the heap it may take in all
  static Optional<Libdeflate> load(long limit) {
    return library()
        .flatMap(library ->
            library
                .find(ALLOCATE)
                .flatMap(allocate ->
                    library
                        .find(DECOMPRESS)
                        .map(decompress -> new Libdeflate(allocate, decompress, limit))));
  }

  /// Whether [#load] will find it.
  static boolean isThere() {
    return library().isPresent();
  }

  private static Optional<SymbolLookup> library() {
    try {
      return Optional.of(SymbolLookup.libraryLookup(LIBRARY, Arena.global()));
    } catch (IllegalArgumentException | IllegalCallerException | UnsupportedOperationException _) {
      return Optional.empty();
    }
  }

  @Override
  public Optional<InflatedBytes> inflate(MemorySegment file, long expected) {
    long most = expected + SLACK;
    long copied = file.isNative() ? 0 : file.byteSize();
    Optional<InflateSpace> borrowed = spaces.borrow(copied, most);
    if (borrowed.isEmpty()) {
      return Optional.empty();
    }
    InflateSpace space = borrowed.get();
    if (inflate(space, file, most) == SUCCESS
        && onlyZeros(file, space.inputLength().get(JAVA_LONG, 0))) {
      MemorySegment bytes = space.output().asSlice(0, space.outputLength().get(JAVA_LONG, 0));
      return Optional.of(new InflatedBytes(bytes, () -> spaces.giveBack(space)));
    }
    spaces.giveBack(space);
    return Optional.empty();
  }

  private int inflate(InflateSpace space, MemorySegment file, long outputBytes) {
    MemorySegment input = space.outside(file);
    long inputBytes = file.byteSize();
    try {
      return (int)
          decompress.invokeExact(
              space.decompressor(),
              input,
              inputBytes,
              space.output(),
              outputBytes,
              space.inputLength(),
              space.outputLength());
    } catch (Throwable e) {
      throw new IllegalStateException("libdeflate could not be called", e);
    }
  }

  private MemorySegment newDecompressor() {
    try {
      MemorySegment made = (MemorySegment) allocate.invokeExact();
      if (made.address() == 0) {
        throw new OutOfMemoryError("libdeflate got no memory for a decompressor");
      }
      return made;
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException("libdeflate could not be called", e);
    }
  }

  private static boolean onlyZeros(MemorySegment file, long from) {
    for (long i = from; i < file.byteSize(); i++) {
      if (file.get(JAVA_BYTE, i) != 0) {
        return false;
      }
    }
    return true;
  }
}
