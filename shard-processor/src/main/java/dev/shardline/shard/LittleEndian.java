package dev.shardline.shard;

import java.io.ByteArrayOutputStream;

/// Gathers little-endian numbers and bytes.
final class LittleEndian {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  LittleEndian u8(int value) {
    out.write(value);
    return this;
  }

  LittleEndian u32(long value) {
    return number(value, Integer.BYTES);
  }

  LittleEndian u64(long value) {
    return number(value, Long.BYTES);
  }

  LittleEndian bytes(byte[] bytes) {
    out.writeBytes(bytes);
    return this;
  }

  private LittleEndian number(long value, int bytes) {
    for (int i = 0; i < bytes; i++) {
      out.write((int) (value >>> (8 * i)));
    }
    return this;
  }

  int size() {
    return out.size();
  }

  byte[] toBytes() {
    return out.toByteArray();
  }
}
