package dev.shardline.dicom;

import dev.shardline.failure.MalformedDataException;
import dev.shardline.failure.Reason;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Walks along the elements of a stretch of bytes (PS3.5, 7) and keeps where the values of the
/// outermost ones lie. Sequences are stepped over. Every length is checked against the bytes that
/// are there.
final class ElementWalk {
  static final int ITEM = 0xFFFE_E000;
  static final int ITEM_END = 0xFFFE_E00D;
  static final int SEQUENCE_END = 0xFFFE_E0DD;

  private static final long UNDEFINED = -1;
  private static final int DEEPEST = 64;
  private static final int SHORTEST_ELEMENT = 8;

  /// Real data sets have some hundreds; frames lie in one sequence.
  private static final int MOST_ELEMENTS = 1 << 16;

  private static final Set<String> LONG_FORMS =
      Set.of("OB", "OD", "OF", "OL", "OV", "OW", "SQ", "SV", "UC", "UN", "UR", "UT", "UV");

  private final byte[] bytes;
  private final int end;
  private final ByteBuffer buffer;
  private final Map<Integer, DicomElement> elements = new HashMap<>();
  private final List<DicomElement> fragments = new ArrayList<>();
  private boolean implicit;
  private boolean unknownForm;
  private int at;

  ElementWalk(byte[] bytes, int from, int end, TransferSyntax syntax, boolean implicit) {
    this.bytes = bytes;
    this.at = from;
    this.end = end;
    this.implicit = implicit;
    ByteOrder order = syntax.isBigEndian() ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
    this.buffer = ByteBuffer.wrap(bytes).order(order);
  }

  Map<Integer, DicomElement> elements() {
    return elements;
  }

  List<DicomElement> fragments() {
    return fragments;
  }

  int at() {
    return at;
  }

  boolean atEnd() {
    return at >= end;
  }

  /// Whether at most a few zeros are left, too few for an element, as some archives append.
  boolean onlyPaddingLeft() {
    boolean padding = end - at < SHORTEST_ELEMENT;
    for (int i = at; padding && i < end; i++) {
      padding = bytes[i] == 0;
    }
    return padding;
  }

  /// The tag that comes next; 0 where there is no room for one.
  int peekTag() {
    return end - at < 4 ? 0 : tagAt(at);
  }

  /// Reads one element and keeps it.
  void next() throws MalformedDataException {
    element(0);
  }

  /// The range of the next item of a sequence, stepped over; its content without delimiters.
  DicomElement nextItem() throws MalformedDataException {
    int tag = readTag();
    requireItem(tag);
    long length = readLength(tag);
    int start = at;
    if (length == UNDEFINED) {
      skipItem(1);
      return new DicomElement(start, at - 8 - start, implicit);
    }
    at += (int) length;
    return new DicomElement(start, (int) length, implicit);
  }

  private void element(int depth) throws MalformedDataException {
    int tag = readTag();
    long length = readLength(tag);
    int start = at;
    boolean inside = implicit || unknownForm;
    if (length != UNDEFINED) {
      at += (int) length;
    } else if (depth == 0 && tag == DicomTag.PIXEL_DATA.number()) {
      readFragments();
      length = 0;
    } else {
      skipUndefined(depth, inside);
      length = at - 8L - start;
    }
    if (depth == 0) {
      keep(tag, new DicomElement(start, (int) length, inside));
    }
  }

  private void keep(int tag, DicomElement element) throws MalformedDataException {
    elements.put(tag, element);
    if (elements.size() > MOST_ELEMENTS) {
      throw new MalformedDataException(
          Reason.TOO_LARGE, "data set", at, "at most " + MOST_ELEMENTS + " elements", "more");
    }
  }

  private void skipUndefined(int depth, boolean inside) throws MalformedDataException {
    boolean outside = implicit;
    implicit = inside;
    skipSequence(depth);
    implicit = outside;
  }

  private int tagAt(int place) {
    return (buffer.getShort(place) & 0xFFFF) << 16 | (buffer.getShort(place + 2) & 0xFFFF);
  }

  private int readTag() throws MalformedDataException {
    require(8, "element");
    int tag = tagAt(at);
    at += 4;
    return tag;
  }

  /// The length of the value that follows.
  private long readLength(int tag) throws MalformedDataException {
    boolean delimiter = tag >>> 16 == 0xFFFE;
    unknownForm = false;
    long length;
    if (implicit || delimiter) {
      length = buffer.getInt(at) & 0xFFFF_FFFFL;
      at += 4;
    } else {
      String form = new String(bytes, at, 2, StandardCharsets.ISO_8859_1);
      unknownForm = form.equals("UN");
      if (LONG_FORMS.contains(form)) {
        require(8, "element");
        length = buffer.getInt(at + 4) & 0xFFFF_FFFFL;
        at += 8;
      } else {
        length = buffer.getShort(at + 2) & 0xFFFF;
        at += 4;
      }
    }
    if (length == 0xFFFF_FFFFL) {
      return UNDEFINED;
    }
    if (length > end - at) {
      throw new MalformedDataException(
          Reason.TRUNCATED,
          "element (%04x,%04x)".formatted(tag >>> 16, tag & 0xFFFF),
          at,
          length + " bytes",
          (end - at) + " to the end of the data");
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
    while (peekTag() != ITEM_END) {
      element(depth);
    }
    require(8, "item");
    at += 8;
  }

  private void readFragments() throws MalformedDataException {
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
      fragments.add(new DicomElement(at, (int) length, false));
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
    if (end - at < count) {
      throw new MalformedDataException(
          Reason.TRUNCATED, what, at, count + " more bytes", (end - at) + "");
    }
  }
}
