package dev.shardline.dicom;

import dev.shardline.failure.MalformedDataException;
import dev.shardline.failure.Reason;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/// The elements of one file or of one item of a sequence. Values stay where they are in the file's
/// bytes; sequences are read when they are asked for.
///
/// @param bytes what the elements point into; not to be changed
/// @param elements by tag number
/// @param fragments of encapsulated pixel data, the offset table first; empty for native pixels
@SuppressWarnings("ArrayRecordComponent") // identity is never asked of it
public record DicomDataSet(
    TransferSyntax syntax,
    byte[] bytes,
    Map<Integer, DicomElement> elements,
    List<DicomElement> fragments) {
  public DicomDataSet {
    elements = Map.copyOf(elements);
    fragments = List.copyOf(fragments);
  }

  public Optional<DicomElement> element(DicomTag tag) {
    return Optional.ofNullable(elements.get(tag.number()));
  }

  /// The items of a sequence; none if it is absent.
  ///
  /// @throws MalformedDataException if the element is no sequence
  public List<DicomDataSet> items(DicomTag tag) throws MalformedDataException {
    Optional<DicomElement> sequence = element(tag);
    return sequence.isEmpty() ? List.of() : DicomParser.items(this, sequence.get());
  }

  /// A text value without its padding; empty if the element is absent or blank.
  public Optional<String> text(DicomTag tag) {
    return element(tag)
        .map(e -> new String(bytes, e.offset(), e.length(), StandardCharsets.ISO_8859_1))
        .map(value -> value.replace('\0', ' ').strip())
        .filter(value -> !value.isEmpty());
  }

  /// An unsigned 16-bit value.
  public int integer(DicomTag tag) throws MalformedDataException {
    DicomElement element =
        element(tag)
            .filter(e -> e.length() >= Short.BYTES)
            .orElseThrow(() -> missing(tag, "a 16-bit number"));
    return buffer().getShort(element.offset()) & 0xFFFF;
  }

  /// An unsigned 16-bit value, or what stands for it where it is absent.
  public int integerOr(DicomTag tag, int absent) throws MalformedDataException {
    return element(tag).filter(e -> e.length() >= Short.BYTES).isPresent() ? integer(tag) : absent;
  }

  /// An unsigned 32-bit value, or what stands for it where it is absent.
  public long longOr(DicomTag tag, long absent) {
    return element(tag)
        .filter(e -> e.length() >= Integer.BYTES)
        .map(e -> buffer().getInt(e.offset()) & 0xFFFF_FFFFL)
        .orElse(absent);
  }

  /// A 64-bit real value (VR FD), or what stands for it where it is absent.
  public double realOr(DicomTag tag, double absent) {
    return element(tag)
        .filter(e -> e.length() >= Double.BYTES)
        .map(e -> buffer().getDouble(e.offset()))
        .orElse(absent);
  }

  /// Unsigned 32-bit values; none if the element is absent.
  public List<Long> longs(DicomTag tag) {
    return element(tag).stream()
        .flatMap(e ->
            IntStream.range(0, e.length() / Integer.BYTES)
                .mapToObj(i -> buffer().getInt(e.offset() + i * Integer.BYTES) & 0xFFFF_FFFFL))
        .toList();
  }

  /// Decimal strings (VR DS or IS), exactly `count` of them.
  public double[] decimals(DicomTag tag, int count) throws MalformedDataException {
    String text = text(tag).orElseThrow(() -> missing(tag, count + " decimal numbers"));
    String[] parts = text.split("\\\\", -1);
    double[] values = new double[parts.length];
    for (int i = 0; i < parts.length; i++) {
      values[i] = decimal(tag, parts[i].strip());
    }
    if (values.length != count) {
      throw malformed(tag, count + " decimal numbers", values.length + " of them");
    }
    return values;
  }

  private double decimal(DicomTag tag, String text) throws MalformedDataException {
    boolean plain = text.matches("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d{1,3})?");
    double value = plain && text.length() <= 64 ? Double.parseDouble(text) : Double.NaN;
    if (!Double.isFinite(value)) {
      throw malformed(tag, "a finite decimal number", "something else");
    }
    return value;
  }

  /// The first of some decimal strings, or what stands for it where the element is absent.
  public double decimalOr(DicomTag tag, double absent) throws MalformedDataException {
    Optional<String> text = text(tag);
    return text.isEmpty() ? absent : decimal(tag, text.get().split("\\\\", 2)[0].strip());
  }

  public ByteOrder order() {
    return syntax.isBigEndian() ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
  }

  private ByteBuffer buffer() {
    return ByteBuffer.wrap(bytes).order(order());
  }

  /// A failure for an element that has to be there.
  public MalformedDataException missing(DicomTag tag, String expected) {
    return malformed(tag, expected, "nothing");
  }

  /// A failure that names the element and where it lies. `found` must not quote free text, which
  /// may hold personal data.
  public MalformedDataException malformed(DicomTag tag, String expected, String found) {
    long offset = element(tag).map(e -> (long) e.offset()).orElse(MalformedDataException.NO_OFFSET);
    return new MalformedDataException(Reason.MALFORMED, tag.keyword(), offset, expected, found);
  }
}
