package dev.shardline.volume.dicom;

import dev.shardline.failure.MalformedDataException;
import dev.shardline.failure.Reason;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/// Reads a file's elements (PS3.5, 7; PS3.10, 7), with or without preamble and meta information.
/// Sequences are stepped over. Every length is checked against the bytes that are there.
final class DicomParser {
  private static final int PREAMBLE = 128;
  private static final int UNDEFINED = -1;
  private static final int DEEPEST = 64;
  private static final int ITEM = 0xFFFE_E000;
  private static final int ITEM_END = 0xFFFE_E00D;
  private static final int SEQUENCE_END = 0xFFFE_E0DD;
  private static final int META_GROUP = 0x0002;
  private static final Set<String> LONG_FORMS =
      Set.of("OB", "OD", "OF", "OL", "OV", "OW", "SQ", "SV", "UC", "UN", "UR", "UT", "UV");

  private final byte[] bytes;
  private final ByteBuffer buffer;
  private final Map<Integer, DicomElement> elements = new HashMap<>();
  private final List<DicomElement> fragments = new ArrayList<>();
  private boolean explicit;
  private int at;

  private DicomParser(byte[] bytes, int at, TransferSyntax syntax) {
    this.bytes = bytes;
    this.at = at;
    this.explicit = syntax.isExplicit();
    ByteOrder order = syntax.isBigEndian() ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
    this.buffer = ByteBuffer.wrap(bytes).order(order);
  }

  /// Whether the file begins as a DICOM file with preamble does.
  static boolean hasPreamble(byte[] file) {
    return file.length >= PREAMBLE + 4
        && new String(file, PREAMBLE, 4, StandardCharsets.US_ASCII).equals("DICM");
  }

  static DicomDataSet parse(byte[] file) throws MalformedDataException {
    if (file.length == 0) {
      throw new MalformedDataException(Reason.EMPTY, "file", 0, "a DICOM file", "no bytes");
    }
    int start = hasPreamble(file) ? PREAMBLE + 4 : 0;
    boolean meta = file.length >= start + 8 && file[start] == META_GROUP && file[start + 1] == 0;
    if (!meta) {
      return parseDataSet(file, start, guessed(file, start));
    }
    DicomParser header = new DicomParser(file, start, TransferSyntax.EXPLICIT_LITTLE_ENDIAN);
    header.readGroup();
    DicomDataSet group =
        new DicomDataSet(TransferSyntax.EXPLICIT_LITTLE_ENDIAN, file, header.elements, List.of());
    String uid =
        group
            .text(DicomTag.TRANSFER_SYNTAX_UID)
            .orElseThrow(() -> group.missing(DicomTag.TRANSFER_SYNTAX_UID, "a transfer syntax"));
    TransferSyntax syntax = TransferSyntax.ofUid(uid);
    if (syntax == TransferSyntax.DEFLATED) {
      return parseDataSet(Deflated.inflate(file, header.at), 0, syntax);
    }
    return parseDataSet(file, header.at, syntax);
  }

  /// Without meta information: explicit if two capital letters stand where the first element's
  /// value representation would.
  private static TransferSyntax guessed(byte[] file, int start) throws MalformedDataException {
    if (file.length < start + 8 || file[start + 1] != 0 || file[start] != 8) {
      throw new MalformedDataException(
          Reason.MALFORMED, "first element", start, "a DICOM data set", "something else");
    }
    boolean letters =
        Character.isUpperCase(file[start + 4]) && Character.isUpperCase(file[start + 5]);
    return letters ? TransferSyntax.EXPLICIT_LITTLE_ENDIAN : TransferSyntax.IMPLICIT_LITTLE_ENDIAN;
  }

  private static DicomDataSet parseDataSet(byte[] bytes, int start, TransferSyntax syntax)
      throws MalformedDataException {
    DicomParser parser = new DicomParser(bytes, start, syntax);
    while (parser.at < bytes.length) {
      parser.readElement(0);
    }
    return new DicomDataSet(syntax, bytes, parser.elements, parser.fragments);
  }

  private void readGroup() throws MalformedDataException {
    while (at + 8 <= bytes.length && buffer.getShort(at) == META_GROUP) {
      readElement(0);
    }
  }

  /// Reads one element; only those of the top level (depth 0) are kept.
  private void readElement(int depth) throws MalformedDataException {
    int tag = readTag();
    long length = readLength(tag);
    if (length == UNDEFINED) {
      if (depth == 0 && tag == DicomTag.PIXEL_DATA.number()) {
        readFragments();
        elements.put(tag, new DicomElement(at, 0));
      } else {
        skipSequence(depth);
      }
      return;
    }
    if (depth == 0) {
      elements.put(tag, new DicomElement(at, (int) length));
    }
    at += (int) length;
  }

  private int readTag() throws MalformedDataException {
    require(8, "element");
    int tag = (buffer.getShort(at) & 0xFFFF) << 16 | (buffer.getShort(at + 2) & 0xFFFF);
    at += 4;
    return tag;
  }

  /// The length of the value that follows; -1 for undefined.
  private long readLength(int tag) throws MalformedDataException {
    boolean item = tag >>> 16 == 0xFFFE;
    long length;
    if (explicit && !item) {
      String form = new String(bytes, at, 2, StandardCharsets.ISO_8859_1);
      if (LONG_FORMS.contains(form)) {
        require(8, "element");
        length = buffer.getInt(at + 4) & 0xFFFF_FFFFL;
        at += 8;
      } else {
        length = buffer.getShort(at + 2) & 0xFFFF;
        at += 4;
      }
    } else {
      length = buffer.getInt(at) & 0xFFFF_FFFFL;
      at += 4;
    }
    if (length == 0xFFFF_FFFFL) {
      return UNDEFINED;
    }
    if (length > bytes.length - at) {
      throw new MalformedDataException(
          Reason.TRUNCATED,
          "element (%04x,%04x)".formatted(tag >>> 16, tag & 0xFFFF),
          at,
          length + " bytes",
          (bytes.length - at) + " to the end of the data");
    }
    return length;
  }

  /// Steps over the items of a sequence of undefined length.
  private void skipSequence(int depth) throws MalformedDataException {
    requireShallow(depth);
    while (true) {
      int tag = readTag();
      long length = readLength(tag);
      if (tag == SEQUENCE_END) {
        return;
      }
      requireItem(tag);
      if (length == UNDEFINED) {
        skipItem(depth + 1);
      } else {
        at += (int) length;
      }
    }
  }

  private void skipItem(int depth) throws MalformedDataException {
    while (true) {
      int start = at;
      int tag = readTag();
      if (tag == ITEM_END) {
        at += 4;
        return;
      }
      at = start;
      readElement(depth);
    }
  }

  private void readFragments() throws MalformedDataException {
    boolean offsetTable = true;
    while (true) {
      int tag = readTag();
      long length = readLength(tag);
      if (tag == SEQUENCE_END) {
        return;
      }
      requireItem(tag);
      if (length == UNDEFINED) {
        throw new MalformedDataException(
            Reason.MALFORMED, "pixel data fragment", at, "a defined length", "an undefined one");
      }
      if (!offsetTable) {
        fragments.add(new DicomElement(at, (int) length));
      }
      offsetTable = false;
      at += (int) length;
    }
  }

  private void requireItem(int tag) throws MalformedDataException {
    if (tag != ITEM) {
      throw new MalformedDataException(
          Reason.MALFORMED, "sequence", at, "an item", "(%08x)".formatted(tag));
    }
  }

  private void requireShallow(int depth) throws MalformedDataException {
    if (depth >= DEEPEST) {
      throw new MalformedDataException(
          Reason.MALFORMED, "sequence", at, "at most " + DEEPEST + " levels", "more");
    }
  }

  private void require(int count, String what) throws MalformedDataException {
    if (bytes.length - at < count) {
      throw new MalformedDataException(
          Reason.TRUNCATED, what, at, count + " more bytes", (bytes.length - at) + "");
    }
  }

  /// Data sets compressed as a whole (PS3.5, A.5).
  private static final class Deflated {
    private static final int LARGEST = 1 << 30;

    static byte[] inflate(byte[] file, int from) throws MalformedDataException {
      Inflater inflater = new Inflater(true);
      try {
        inflater.setInput(file, from, file.length - from);
        byte[] out = new byte[Math.max(1 << 16, 4 * (file.length - from))];
        int count = 0;
        while (!inflater.finished()) {
          int more = inflater.inflate(out, count, out.length - count);
          count += more;
          if (more == 0 && count < out.length) {
            throw new MalformedDataException(
                Reason.TRUNCATED, "deflated data set", file.length, "more data", "the end");
          }
          if (count == out.length) {
            out = Arrays.copyOf(out, larger(out.length));
          }
        }
        return Arrays.copyOf(out, count);
      } catch (DataFormatException e) {
        throw new MalformedDataException(
            Reason.MALFORMED, "deflated data set", from, "deflate data", e.getMessage() + "");
      } finally {
        inflater.end();
      }
    }

    private static int larger(int length) throws MalformedDataException {
      if (length >= LARGEST) {
        throw new MalformedDataException(
            Reason.TOO_LARGE, "deflated data set", "at most " + LARGEST + " bytes", "more");
      }
      return Math.min(LARGEST, length * 2);
    }
  }
}
