package dev.shardline.storage.s3;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// The bytes of an answer, in an array that serves for the next answer as well: arrays of their own
/// would be half of all that a listing allocates. For one thread.
final class AnswerBuffer {
  /// Longer than any page of a thousand of the longest keys.
  private static final int LONGEST = 1 << 26;

  private static final int FIRST_CAPACITY = 1 << 18;

  /// An answer is used up on the thread that read it, before it reads the next.
  private static final ThreadLocal<AnswerBuffer> OF_THREAD =
      ThreadLocal.withInitial(AnswerBuffer::new);

  private byte[] bytes = new byte[FIRST_CAPACITY];
  private int length;

  static AnswerBuffer ofThread() {
    return OF_THREAD.get();
  }

  /// Takes an answer in the place of the one before.
  ///
  /// @throws IOException if it breaks off, or is longer than any listing
  void read(InputStream answer) throws IOException {
    length = 0;
    for (int read = 0; read >= 0; read = answer.read(bytes, length, bytes.length - length)) {
      length += read;
      if (length == bytes.length) {
        grow();
      }
    }
  }

  private void grow() throws IOException {
    if (length == LONGEST) {
      throw new IOException("An answer of more than %,d bytes is no listing".formatted(LONGEST));
    }
    bytes = Arrays.copyOf(bytes, length * 2);
  }

  /// The array whose first [#length()] bytes are the answer. Valid until the next is read.
  byte[] bytes() {
    return bytes;
  }

  int length() {
    return length;
  }

  /// The answer's last bytes, at most so many, as text.
  String tail(int most) {
    int count = Math.min(length, most);
    return new String(bytes, length - count, count, StandardCharsets.UTF_8);
  }

  /// The answer once more. Valid until the next is read.
  InputStream stream() {
    return new ByteArrayInputStream(bytes, 0, length);
  }
}
