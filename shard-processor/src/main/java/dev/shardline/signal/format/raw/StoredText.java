package dev.shardline.signal.format.raw;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.shardline.failure.MalformedDataException;
import dev.shardline.failure.Reason;
import dev.shardline.signal.format.ByteSource;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Text in files whose programs never agreed on an encoding: UTF-8 where the bytes are valid UTF-8,
/// else Latin-1.
public final class StoredText {
  /// Header and annotation files are far smaller; a larger one is no such file.
  private static final int LARGEST_FILE_BYTES = 1 << 26;

  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

  private StoredText() {}

  public static String decode(byte[] bytes, int index, int length) {
    try {
      return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, index, length)).toString();
    } catch (CharacterCodingException notUtf8) {
      return new String(bytes, index, length, ISO_8859_1);
    }
  }

  /// All bytes of a small file.
  ///
  /// @param what the file, for messages
  /// @throws MalformedDataException if it is empty or too large to be what it should be
  public static byte[] bytesOf(ByteSource source, String what)
      throws MalformedDataException, IOException {
    long size = source.size();
    if (size == 0) {
      throw new MalformedDataException(Reason.EMPTY, what, 0, "text", "no bytes");
    }
    if (size > LARGEST_FILE_BYTES) {
      throw new MalformedDataException(
          Reason.TOO_LARGE, what, "at most " + LARGEST_FILE_BYTES + " bytes", size + " bytes");
    }
    byte[] bytes = new byte[(int) size];
    source.read(0, bytes, 0, bytes.length);
    return bytes;
  }

  /// The lines of a small text file, ended by LF, CRLF or CR, without a byte order mark.
  ///
  /// @param what the file, for messages
  public static List<TextLine> linesOf(ByteSource source, String what)
      throws MalformedDataException, IOException {
    byte[] bytes = bytesOf(source, what);
    Charset charset = isUtf8(bytes) ? UTF_8 : ISO_8859_1;
    List<TextLine> lines = new ArrayList<>();
    int start = startsWithMark(bytes) ? BYTE_ORDER_MARK.length : 0;
    for (int at = start; at < bytes.length; at++) {
      if (bytes[at] == '\n' || bytes[at] == '\r') {
        lines.add(new TextLine(new String(bytes, start, at - start, charset), start));
        boolean pair = bytes[at] == '\r' && at + 1 < bytes.length && bytes[at + 1] == '\n';
        at += pair ? 1 : 0;
        start = at + 1;
      }
    }
    if (start < bytes.length) {
      lines.add(new TextLine(new String(bytes, start, bytes.length - start, charset), start));
    }
    return lines;
  }

  private static boolean isUtf8(byte[] bytes) {
    try {
      UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return true;
    } catch (CharacterCodingException notUtf8) {
      return false;
    }
  }

  private static boolean startsWithMark(byte[] bytes) {
    return bytes.length >= BYTE_ORDER_MARK.length
        && Arrays.equals(
            bytes, 0, BYTE_ORDER_MARK.length, BYTE_ORDER_MARK, 0, BYTE_ORDER_MARK.length);
  }
}
