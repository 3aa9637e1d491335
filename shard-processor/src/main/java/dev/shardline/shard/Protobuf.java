package dev.shardline.shard;

import java.io.ByteArrayOutputStream;

/// As much of the protocol buffers wire format as a `tf.train.Example` needs.
final class Protobuf {
  private static final int LENGTH_DELIMITED = 2;
  private static final int VARINT_BITS = 7;
  private static final int MORE = 0x80;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  /// A field of bytes, text or an embedded message.
  Protobuf field(int number, byte[] value) {
    varint(((long) number << 3) | LENGTH_DELIMITED);
    varint(value.length);
    out.writeBytes(value);
    return this;
  }

  /// A packed field of whole numbers.
  Protobuf packed(int number, long... values) {
    Protobuf packed = new Protobuf();
    for (long value : values) {
      packed.varint(value);
    }
    return field(number, packed.toBytes());
  }

  private void varint(long value) {
    long rest = value;
    while ((rest & -MORE) != 0) {
      out.write((int) (rest & (MORE - 1)) | MORE);
      rest >>>= VARINT_BITS;
    }
    out.write((int) rest);
  }

  byte[] toBytes() {
    return out.toByteArray();
  }
}
