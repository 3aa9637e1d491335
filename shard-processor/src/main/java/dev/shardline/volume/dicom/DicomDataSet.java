package dev.shardline.volume.dicom;

import dev.shardline.failure.MalformedDataException;
import dev.shardline.failure.Reason;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The top-level elements of one file. Values stay where they are in the file's bytes.
///
/// @param bytes what the elements point into; not to be changed
/// @param elements by tag number
/// @param fragments of encapsulated pixel data, without the offset table; empty for native pixels
@SuppressWarnings("ArrayRecordComponent") // identity is never asked of it
record DicomDataSet(
    TransferSyntax syntax,
    byte[] bytes,
    Map<Integer, DicomElement> elements,
    List<DicomElement> fragments) {
  DicomDataSet {
    elements = Map.copyOf(elements);
    fragments = List.copyOf(fragments);
  }

  Optional<DicomElement> element(DicomTag tag) {
    return Optional.ofNullable(elements.get(tag.number()));
  }

  /// A text value without its padding; empty if the element is absent or blank.
  Optional<String> text(DicomTag tag) {
    return element(tag)
        .map(e -> new String(bytes, e.offset(), e.length(), StandardCharsets.ISO_8859_1))
        .map(value -> value.replace('\0', ' ').strip())
        .filter(value -> !value.isEmpty());
  }

  /// An unsigned 16-bit value.
  int integer(DicomTag tag) throws MalformedDataException {
    DicomElement element =
        element(tag)
            .filter(e -> e.length() >= Short.BYTES)
            .orElseThrow(() -> missing(tag, "a 16-bit number"));
    return ByteBuffer.wrap(bytes).order(order()).getShort(element.offset()) & 0xFFFF;
  }

  /// Decimal strings (VR DS or IS), exactly `count` of them.
  double[] decimals(DicomTag tag, int count) throws MalformedDataException {
    String text = text(tag).orElseThrow(() -> missing(tag, count + " decimal numbers"));
    String[] parts = text.split("\\\\", -1);
    double[] values = new double[parts.length];
    for (int i = 0; i < parts.length; i++) {
      values[i] = decimal(tag, parts[i].strip());
    }
    if (values.length != count) {
      throw malformed(tag, count + " decimal numbers", text);
    }
    return values;
  }

  private double decimal(DicomTag tag, String text) throws MalformedDataException {
    boolean plain = text.matches("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d{1,3})?");
    double value = plain && text.length() <= 64 ? Double.parseDouble(text) : Double.NaN;
    if (!Double.isFinite(value)) {
      throw malformed(tag, "a finite decimal number", text);
    }
    return value;
  }

  /// One decimal string, or what stands for it where it is absent.
  double decimalOr(DicomTag tag, double absent) throws MalformedDataException {
    return text(tag).isEmpty() ? absent : decimals(tag, 1)[0];
  }

  ByteOrder order() {
    return syntax.isBigEndian() ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
  }

  MalformedDataException missing(DicomTag tag, String expected) {
    return malformed(tag, expected, "nothing");
  }

  MalformedDataException malformed(DicomTag tag, String expected, String found) {
    long offset = element(tag).map(e -> (long) e.offset()).orElse(MalformedDataException.NO_OFFSET);
    return new MalformedDataException(Reason.MALFORMED, tag.keyword(), offset, expected, found);
  }
}
