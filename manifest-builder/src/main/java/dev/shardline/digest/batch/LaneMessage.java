package dev.shardline.digest.batch;

import static dev.shardline.digest.batch.LaneCompression.BLOCK_BYTES;

import dev.shardline.digest.Digest;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;

/// The message that a lane is at: its whole blocks where they lie, then its end, padded as FIPS
/// 180-4, 5.1.1 says.
final class LaneMessage {
  private static final int IDLE = -1;
  private static final int LENGTH_BYTES = Long.BYTES;

  private final byte[] end = new byte[2 * BLOCK_BYTES];
  private int number = IDLE;
  private byte[] array = end;
  private int offset;
  private int blocks;
  private int endBlocks;

  /// @param number of the message, at least 0
  void begin(int number, Region message) {
    this.number = number;
    int length = message.length();
    int rest = length % BLOCK_BYTES;
    Arrays.fill(end, (byte) 0);
    System.arraycopy(message.bytes(), message.offset() + length - rest, end, 0, rest);
    end[rest] = (byte) 0x80;
    endBlocks = rest + 1 + LENGTH_BYTES > BLOCK_BYTES ? 2 : 1;
    ByteBuffer.wrap(end).putLong(endBlocks * BLOCK_BYTES - LENGTH_BYTES, (long) length * Byte.SIZE);
    array = message.bytes();
    offset = message.offset();
    blocks = length / BLOCK_BYTES;
    turnToEnd();
  }

  private void turnToEnd() {
    if (blocks == 0 && endBlocks > 0) {
      array = end;
      offset = 0;
      blocks = endBlocks;
      endBlocks = 0;
    }
  }

  void idle() {
    number = IDLE;
    array = end;
  }

  boolean isIdle() {
    return number == IDLE;
  }

  int number() {
    return number;
  }

  /// What the next blocks are read from.
  byte[] array() {
    return array;
  }

  /// Where in [#array()] they begin.
  int offset() {
    return offset;
  }

  /// How many blocks stand there one behind the other.
  int blocks() {
    return blocks;
  }

  /// Some of these blocks were digested. Does nothing to an idle lane.
  void advance(int count) {
    if (!isIdle()) {
      offset += count * BLOCK_BYTES;
      blocks -= count;
      turnToEnd();
    }
  }

  /// Whether every block was digested.
  boolean isDone() {
    return !isIdle() && blocks == 0;
  }

  Digest digest(LaneCompression compression, int lane) {
    ByteBuffer words = ByteBuffer.allocate(LaneCompression.STATE_WORDS * Integer.BYTES);
    for (int word = 0; word < LaneCompression.STATE_WORDS; word++) {
      words.putInt(compression.word(lane, word));
    }
    return new Digest(HexFormat.of().formatHex(words.array()));
  }
}
