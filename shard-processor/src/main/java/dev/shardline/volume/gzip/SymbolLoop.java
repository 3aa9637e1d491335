package dev.shardline.volume.gzip;

import dev.shardline.failure.MalformedDataException;
import dev.shardline.failure.Reason;

/// The hot loop of inflate: literals and matches of one block. All state lives in locals; up to
/// four literals are taken from one 64-bit refill.
final class SymbolLoop {
  private static final int LITERAL_BITS = 11;
  private static final int LITERAL_MASK = (1 << LITERAL_BITS) - 1;
  private static final int DISTANCE_BITS = 9;
  private static final int DISTANCE_MASK = (1 << DISTANCE_BITS) - 1;

  private SymbolLoop() {}

  /// Decodes until the block ends, the output reaches `mark`, or the input needs care at its end.
  ///
  /// @param oldest index of the first byte of history
  /// @return where the output ends; with the sign bit set if the block ended
  static int run(
      BitInput input,
      HuffmanTable literals,
      HuffmanTable distances,
      byte[] out,
      int oldest,
      int start,
      int mark)
      throws MalformedDataException {
    final byte[] in = input.bytes;
    final int limit = input.lookAheadLimit();
    final int[] literalTable = literals.entries;
    final int[] distanceTable = distances.entries;
    int position = input.position;
    long bits = input.bits;
    int count = input.count;
    int to = start;
    boolean blockEnded = false;

    while (to < mark && position <= limit) {
      bits |= (long) BitInput.LONGS.get(in, position) << count;
      position += (63 - count) >>> 3;
      count |= 56;
      int entry = literalTable[(int) bits & LITERAL_MASK];
      if (entry < 0) {
        bits >>>= entry;
        count -= entry & 63;
        out[to++] = (byte) (entry >> 16);
        entry = literalTable[(int) bits & LITERAL_MASK];
        if (entry < 0) {
          bits >>>= entry;
          count -= entry & 63;
          out[to++] = (byte) (entry >> 16);
          entry = literalTable[(int) bits & LITERAL_MASK];
          if (entry < 0) {
            bits >>>= entry;
            count -= entry & 63;
            out[to++] = (byte) (entry >> 16);
            continue;
          }
        }
        bits |= (long) BitInput.LONGS.get(in, position) << count;
        position += (63 - count) >>> 3;
        count |= 56;
      }
      if ((entry & HuffmanTable.EXCEPTIONAL) != 0) {
        if ((entry & HuffmanTable.SECOND_LEVEL) != 0) {
          bits >>>= LITERAL_BITS;
          count -= LITERAL_BITS;
          entry = literalTable[(entry >>> 16) + ((int) bits & ((1 << ((entry >>> 8) & 15)) - 1))];
        }
        bits >>>= entry;
        count -= entry & 63;
        if (entry < 0) {
          out[to++] = (byte) (entry >> 16);
          continue;
        }
        if ((entry & HuffmanTable.EXCEPTIONAL) != 0) {
          if ((entry & HuffmanTable.INVALID) != 0) {
            throw invalid(input, position, "literal code");
          }
          blockEnded = true;
          break;
        }
      } else {
        bits >>>= entry;
        count -= entry & 63;
      }
      int extra = (entry >>> 8) & 15;
      int length = (entry >>> 16) + ((int) bits & ((1 << extra) - 1));
      bits >>>= extra;
      count -= extra;
      int match = distanceTable[(int) bits & DISTANCE_MASK];
      if ((match & HuffmanTable.EXCEPTIONAL) != 0) {
        if ((match & HuffmanTable.SECOND_LEVEL) != 0) {
          bits >>>= DISTANCE_BITS;
          count -= DISTANCE_BITS;
          match = distanceTable[(match >>> 16) + ((int) bits & ((1 << ((match >>> 8) & 15)) - 1))];
        }
        if ((match & HuffmanTable.INVALID) != 0) {
          throw invalid(input, position, "distance code");
        }
      }
      bits >>>= match;
      count -= match & 63;
      extra = (match >>> 8) & 15;
      int distance = (match >>> 16) + ((int) bits & ((1 << extra) - 1));
      bits >>>= extra;
      count -= extra;
      if (distance > to - oldest) {
        throw tooFar(input, position, distance, to - oldest);
      }
      copyMatch(out, to, distance, length);
      to += length;
    }
    input.position = position;
    input.bits = bits;
    input.count = count;
    return blockEnded ? to | Integer.MIN_VALUE : to;
  }

  /// Copies eight bytes at a time; may write up to eight bytes past the match.
  private static void copyMatch(byte[] out, int at, int distance, int length) {
    int to = at;
    int from = at - distance;
    int end = at + length;
    if (distance >= Long.BYTES) {
      do {
        BitInput.LONGS.set(out, to, (long) BitInput.LONGS.get(out, from));
        from += Long.BYTES;
        to += Long.BYTES;
      } while (to < end);
    } else if (distance == 1) {
      long run = (out[from] & 255L) * 0x0101_0101_0101_0101L;
      do {
        BitInput.LONGS.set(out, to, run);
        to += Long.BYTES;
      } while (to < end);
    } else {
      while (to < end) {
        out[to++] = out[from++];
      }
    }
  }

  private static MalformedDataException invalid(BitInput input, int position, String what) {
    input.position = position;
    return new MalformedDataException(
        Reason.MALFORMED, what, input.offset(), "a code of the block", "an unused one");
  }

  private static MalformedDataException tooFar(
      BitInput input, int position, int distance, int available) {
    input.position = position;
    return new MalformedDataException(
        Reason.MALFORMED,
        "match distance",
        input.offset(),
        "at most " + available + " bytes back",
        distance + "");
  }
}
