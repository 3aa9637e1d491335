package dev.shardline.volume.gzip;

/// Keeps memory outside the heap for as long as what was read may lie there.
@FunctionalInterface
public interface MemoryKeeper {
  /// Takes memory over.
  ///
  /// @param giveBack to be run once, when nobody reads it any more
  void keep(Runnable giveBack);
}
