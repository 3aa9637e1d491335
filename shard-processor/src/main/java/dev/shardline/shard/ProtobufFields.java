package dev.shardline.shard;

import dev.shardline.failure.MalformedDataException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// Reads as much of the protocol buffers wire format as [Protobuf] writes: fields with a length,
/// and packed whole numbers.
final class ProtobufFields {
  private static final int LENGTH_DELIMITED = 2;
  private static final int VARINT_BITS = 7;
  private static final int MORE = 0x80;

  private final StoredBytes file;
  private final long end;
  private long at;

  private ProtobufFields(StoredBytes file, long from, long length) {
    this.file = file;
    this.at = from;
    this.end = from + length;
  }

  /// A field's number and where its content lies in the file.
  record Field(int number, long from, long length) {}

  /// The fields of a message, in order.
  static List<Field> of(StoredBytes file, long from, long length) throws MalformedDataException {
    ProtobufFields message = new ProtobufFields(file, from, length);
    List<Field> fields = new ArrayList<>();
    while (message.at < message.end) {
      fields.add(message.next());
    }
    return fields;
  }

  /// The whole numbers of a packed field, each at least 0.
  static int[] packed(StoredBytes file, Field field) throws MalformedDataException {
    ProtobufFields numbers = new ProtobufFields(file, field.from(), field.length());
    IntStream.Builder values = IntStream.builder();
    while (numbers.at < numbers.end) {
      values.add((int) Math.clamp(numbers.varint(), -1, Integer.MAX_VALUE));
    }
    return values.build().toArray();
  }

  private Field next() throws MalformedDataException {
    long start = at;
    long tag = varint();
    if ((tag & 7) != LENGTH_DELIMITED) {
      throw StoredBytes.malformed(
          "field", start, "a field with a length", "wire type " + (tag & 7));
    }
    long length = varint();
    if (length < 0 || length > end - at) {
      throw StoredBytes.malformed(
          "field", start, "at most " + (end - at) + " bytes, the rest of the message", length + "");
    }
    Field field = new Field((int) (tag >>> 3), at, length);
    at += length;
    return field;
  }

  private long varint() throws MalformedDataException {
    long value = 0;
    for (int shift = 0; shift < Long.SIZE; shift += VARINT_BITS) {
      int part = file.u8(at++, "number");
      value |= (long) (part & (MORE - 1)) << shift;
      if (part < MORE) {
        return value;
      }
    }
    throw StoredBytes.malformed("number", at, "at most ten bytes", "more");
  }
}
