package dev.shardline.volume.gzip;

import dev.shardline.failure.MalformedDataException;
import dev.shardline.failure.Reason;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Decodes one deflate stream (RFC 1951) chunk by chunk into a window that keeps the last 32 KiB as
/// history. Memory does not depend on the stream.
final class InflateDecoder {
  private static final int HISTORY = 1 << 15;
  private static final int CHUNK = 1 << 16;

  /// Many a reader wants a header only; NIfTI's have up to 544 bytes.
  private static final int FIRST_CHUNK = 640;

  /// A match may run this far past the chunk's mark, copied eight bytes at a time.
  private static final int OVERRUN = 258 + 4 + 2 * Long.BYTES;

  private enum State {
    BLOCK_HEADER,
    STORED,
    CODED,
    END
  }

  private final HuffmanTable literals = new HuffmanTable(11, DeflateCodes.literalEntries());
  private final HuffmanTable distances = new HuffmanTable(9, DeflateCodes.distanceEntries());
  private final HuffmanTable lengthCodes = new HuffmanTable(7, DeflateCodes.lengthCodeEntries());
  private final byte[] lengths =
      new byte[DeflateCodes.LITERAL_SYMBOLS + DeflateCodes.DISTANCE_SYMBOLS];
  private final byte[] window = new byte[HISTORY + CHUNK + OVERRUN];
  private final BitInput input;

  private State state = State.END;
  private boolean lastBlock;
  private @Nullable MalformedDataException failure;
  private int storedLeft;
  private int oldest;
  private int from;
  private int to;

  InflateDecoder(BitInput input) {
    this.input = input;
  }

  /// Begins a new stream at the input's place; history is forgotten.
  void begin() {
    state = State.BLOCK_HEADER;
    oldest = 0;
    from = 0;
    to = 0;
  }

  /// Decodes the next chunk into [#window] between [#from] and [#to]; false at the stream's end.
  /// Bytes before a fault are handed out before the fault is reported.
  boolean next() throws MalformedDataException {
    slide();
    from = to;
    if (failure == null) {
      try {
        decodeTo(to == 0 ? FIRST_CHUNK : HISTORY + CHUNK);
      } catch (MalformedDataException e) {
        failure = input.truncatedBeforeTrailer("deflate data").orElse(e);
      }
    }
    if (failure != null && to == from) {
      throw failure;
    }
    return to > from;
  }

  private void decodeTo(int mark) throws MalformedDataException {
    while (to < mark && state != State.END) {
      switch (state) {
        case BLOCK_HEADER -> readBlockHeader();
        case STORED -> copyStored(mark);
        case CODED -> decodeBlock(mark);
        case END -> throw new IllegalStateException("nothing follows the last block");
      }
    }
  }

  byte[] window() {
    return window;
  }

  int from() {
    return from;
  }

  int to() {
    return to;
  }

  private void slide() {
    if (to > HISTORY) {
      int drop = to - HISTORY;
      System.arraycopy(window, drop, window, 0, HISTORY);
      to = HISTORY;
      oldest = Math.max(0, oldest - drop);
    }
  }

  private void readBlockHeader() throws MalformedDataException {
    input.refill();
    lastBlock = input.take(1) != 0;
    int type = input.take(2);
    input.checkNotPastEnd("deflate block header");
    switch (type) {
      case 0 -> beginStored();
      case 1 -> {
        buildTables(DeflateCodes.FIXED_LENGTHS, DeflateCodes.LITERAL_SYMBOLS, 30);
        state = State.CODED;
      }
      case 2 -> {
        readDynamicCodes();
        state = State.CODED;
      }
      default ->
          throw new MalformedDataException(
              Reason.MALFORMED, "deflate block type", input.offset(), "0, 1 or 2", "3");
    }
  }

  private void beginStored() throws MalformedDataException {
    input.alignToByte();
    input.refill();
    int length = input.take(16);
    int complement = input.take(16);
    input.checkNotPastEnd("stored block length");
    if ((length ^ complement) != 0xFFFF) {
      throw new MalformedDataException(
          Reason.MALFORMED,
          "stored block length",
          input.offset(),
          "a length and its complement",
          length + " and " + complement);
    }
    input.alignToByte();
    storedLeft = length;
    state = State.STORED;
  }

  private void copyStored(int mark) throws MalformedDataException {
    int copied = input.copyBytes(window, to, Math.min(storedLeft, mark - to));
    to += copied;
    storedLeft -= copied;
    if (storedLeft == 0) {
      endBlock();
    } else if (copied == 0 && to < mark) {
      throw new MalformedDataException(
          Reason.TRUNCATED,
          "stored block",
          input.offset(),
          storedLeft + " more bytes",
          "the end of the file");
    }
  }

  private void endBlock() {
    state = lastBlock ? State.END : State.BLOCK_HEADER;
  }

  private void readDynamicCodes() throws MalformedDataException {
    input.refill();
    int literalCount = 257 + input.take(5);
    int distanceCount = 1 + input.take(5);
    int lengthCodeCount = 4 + input.take(4);
    if (literalCount > 286) {
      throw malformedCode("at most 286 literal codes", literalCount + "");
    }
    byte[] codeLengths = new byte[DeflateCodes.LENGTH_CODE_SYMBOLS];
    for (int i = 0; i < lengthCodeCount; i++) {
      input.refill();
      codeLengths[DeflateCodes.LENGTH_CODE_ORDER[i]] = (byte) input.take(3);
    }
    lengthCodes.build(codeLengths, 0, codeLengths.length, "code length code", input.offset());
    readCodeLengths(literalCount + distanceCount);
    if (lengths[DeflateCodes.END_SYMBOL] == 0) {
      throw malformedCode("a code for the end of the block", "none");
    }
    buildTables(lengths, literalCount, distanceCount);
  }

  private void readCodeLengths(int total) throws MalformedDataException {
    int done = 0;
    while (done < total) {
      input.refill();
      int entry = lengthCodes.entries[(int) input.bits & 127];
      if ((entry & HuffmanTable.INVALID) != 0) {
        throw malformedCode("a valid code length code", "an unused one");
      }
      input.take(entry & 63);
      int symbol = entry >>> 16;
      input.checkNotPastEnd("code lengths");
      if (symbol < 16) {
        lengths[done++] = (byte) symbol;
      } else {
        done = repeatLength(symbol, done, total);
      }
    }
  }

  private int repeatLength(int symbol, int done, int total) throws MalformedDataException {
    if (symbol == 16 && done == 0) {
      throw malformedCode("a length to repeat", "none before the first");
    }
    int times =
        switch (symbol) {
          case 16 -> 3 + input.take(2);
          case 17 -> 3 + input.take(3);
          default -> 11 + input.take(7);
        };
    if (done + times > total) {
      throw malformedCode(total + " code lengths", (done + times) + "");
    }
    byte length = symbol == 16 ? lengths[done - 1] : 0;
    Arrays.fill(lengths, done, done + times, length);
    return done + times;
  }

  private MalformedDataException malformedCode(String expected, String found) {
    return new MalformedDataException(
        Reason.MALFORMED, "deflate code lengths", input.offset(), expected, found);
  }

  private void buildTables(byte[] codeLengths, int literalCount, int distanceCount)
      throws MalformedDataException {
    literals.build(codeLengths, 0, literalCount, "literal code", input.offset());
    distances.build(codeLengths, literalCount, distanceCount, "distance code", input.offset());
  }

  private void decodeBlock(int mark) throws MalformedDataException {
    input.ensureLookAhead();
    // Near the end of the file one turn at a time, so that nothing read from behind it is kept.
    int stop = input.isNearEnd() ? to + 1 : mark;
    int end = SymbolLoop.run(input, literals, distances, window, oldest, to, stop);
    input.checkNotPastEnd("deflate data");
    to = end & Integer.MAX_VALUE;
    if (end < 0) {
      endBlock();
    }
  }
}
