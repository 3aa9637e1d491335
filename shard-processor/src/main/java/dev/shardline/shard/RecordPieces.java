package dev.shardline.shard;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/// Gathers what a record is made of: small parts are copied together, large arrays are taken as
/// they are, since copying them once more costs as much as writing them. For one thread, one
/// record.
final class RecordPieces {
  /// From this size on an array is a piece of its own.
  private static final int LARGE = 1 << 14;

  private final List<byte[]> pieces = new ArrayList<>();
  private final ByteArrayOutputStream small = new ByteArrayOutputStream();

  /// Puts bytes behind what was added before.
  ///
  /// @param bytes not changed any more by anyone
  RecordPieces add(byte[] bytes) {
    if (bytes.length < LARGE) {
      small.writeBytes(bytes);
    } else {
      endSmall();
      pieces.add(bytes);
    }
    return this;
  }

  /// Ends the record.
  List<byte[]> toList() {
    endSmall();
    return pieces;
  }

  private void endSmall() {
    if (small.size() > 0) {
      pieces.add(small.toByteArray());
      small.reset();
    }
  }
}
