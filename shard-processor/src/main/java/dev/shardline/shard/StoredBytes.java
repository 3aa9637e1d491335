package dev.shardline.shard;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shardline.data.ElementType;
import dev.shardline.data.Tensor;
import dev.shardline.digest.CanonicalJson;
import dev.shardline.failure.MalformedDataException;
import dev.shardline.failure.Reason;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/// The bytes of a whole shard, every place in it checked before it is read.
final class StoredBytes {
  private final byte[] bytes;
  private final ByteBuffer numbers;

  /// @param bytes not to be written as long as this is used
  StoredBytes(byte[] bytes) {
    this.bytes = bytes;
    this.numbers = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  int length() {
    return bytes.length;
  }

  int u8(long at, String field) throws MalformedDataException {
    return numbers.get(place(at, 1, field)) & 0xFF;
  }

  int u16(long at, String field) throws MalformedDataException {
    return numbers.getShort(place(at, Short.BYTES, field)) & 0xFFFF;
  }

  long u32(long at, String field) throws MalformedDataException {
    return numbers.getInt(place(at, Integer.BYTES, field)) & 0xFFFF_FFFFL;
  }

  /// A signed 64-bit number.
  long i64(long at, String field) throws MalformedDataException {
    return numbers.getLong(place(at, Long.BYTES, field));
  }

  byte[] copy(long from, long length, String field) throws MalformedDataException {
    int start = place(from, length, field);
    return Arrays.copyOfRange(bytes, start, start + (int) length);
  }

  /// A JSON object.
  ObjectNode json(long from, long length, String field) throws MalformedDataException {
    return json(copy(from, length, field), from, field);
  }

  static ObjectNode json(byte[] text, long at, String field) throws MalformedDataException {
    try {
      if (CanonicalJson.parse(text) instanceof ObjectNode object) {
        return object;
      }
    } catch (JsonEOFException cut) {
      throw malformed(field, at + text.length, "JSON", "the end of the data");
    } catch (JsonProcessingException notJson) {
      JsonLocation place = notJson.getLocation();
      long inText = place == null ? 0 : Math.max(0, place.getByteOffset());
      throw malformed(field, at + inText, "JSON", notJson.getOriginalMessage());
    } catch (IOException notText) {
      throw malformed(field, at, "JSON", String.valueOf(notText.getMessage()));
    }
    throw malformed(field, at, "a JSON object", "another value");
  }

  /// A tensor of the bytes there.
  Tensor tensor(ElementType type, int[] shape, long from, long length, String field)
      throws MalformedDataException {
    byte[] elements = copy(from, length, field);
    try {
      return Tensor.of(type, shape, elements);
    } catch (IllegalArgumentException | ArithmeticException unlike) {
      throw malformed(field, from, "as many elements as the shape says", unlike.getMessage() + "");
    }
  }

  private int place(long at, long length, String field) throws MalformedDataException {
    if (at < 0 || length < 0 || at > bytes.length - length) {
      throw new MalformedDataException(
          Reason.TRUNCATED,
          field,
          Math.max(0, at),
          length + " bytes inside the file of " + bytes.length,
          "a place outside it");
    }
    return (int) at;
  }

  static MalformedDataException malformed(String field, long at, String expected, String found) {
    return new MalformedDataException(Reason.MALFORMED, field, at, expected, found);
  }
}
