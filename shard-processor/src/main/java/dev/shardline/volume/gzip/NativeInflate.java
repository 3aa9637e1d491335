package dev.shardline.volume.gzip;

import java.lang.foreign.MemorySegment;
import java.util.Optional;

/// Whether gzip files are inflated by a library of this machine. What comes out, bytes and
/// findings, is the same with and without.
public final class NativeInflate {
  /// `-Dshardline.native=off` leaves the library out.
  private static final String SWITCH = "shardline.native";

  /// The part of what the heap may take that is taken beside it, at most.
  private static final int SHARE = 4;

  /// Below this, finding and linking the library takes longer than it saves.
  private static final int WORTHWHILE_BYTES = 1 << 20;

  private NativeInflate() {}

  /// What a person is told of it.
  public static String description() {
    if (isOff()) {
      return "by the program itself, as " + SWITCH + " is off";
    }
    return Libdeflate.isThere()
        ? "by " + Libdeflate.LIBRARY
        : "by the program itself, slower: " + Libdeflate.LIBRARY + " is not there";
  }

  /// The help to ask for a file, if there is any.
  static Optional<WholeInflater> helpFor(MemorySegment file) {
    return file.byteSize() < WORTHWHILE_BYTES ? Optional.empty() : Loaded.HELP;
  }

  private static boolean isOff() {
    return System.getProperty(SWITCH, "on").equals("off");
  }

  /// Linked when first asked for.
  private static final class Loaded {
    static final Optional<WholeInflater> HELP =
        isOff()
            ? Optional.empty()
            : Libdeflate.load(Runtime.getRuntime().maxMemory() / SHARE).map(help -> help);
  }
}
