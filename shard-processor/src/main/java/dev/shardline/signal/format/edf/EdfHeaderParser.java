package dev.shardline.signal.format.edf;

import static dev.shardline.signal.format.edf.EdfHeaderText.malformed;
import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.shardline.failure.MalformedDataException;
import dev.shardline.failure.Reason;
import dev.shardline.signal.SignalUnit;
import dev.shardline.signal.format.ByteSource;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Reads a header and checks every field for itself; nothing is allocated on a field's word before
/// the file is known to be that long.
final class EdfHeaderParser {
  private static final byte[] EDF_VERSION = "0       ".getBytes(US_ASCII);
  private static final byte[] BDF_VERSION = "\0BIOSEMI".getBytes(US_ASCII);

  /// Outside of these a rate is nonsense; within them, no arithmetic on times overflows.
  private static final double SHORTEST_RECORD = 1e-7;

  private static final double LONGEST_RECORD = 99_999_999;

  static {
    BDF_VERSION[0] = (byte) 0xff;
  }

  private EdfHeaderParser() {}

  /// Whether these first bytes can be a header's.
  static boolean recognises(byte[] head) {
    return startsWith(head, EDF_VERSION) || startsWith(head, BDF_VERSION);
  }

  private static boolean startsWith(byte[] bytes, byte[] start) {
    return bytes.length >= start.length
        && Arrays.equals(bytes, 0, start.length, start, 0, start.length);
  }

  static EdfHeader parse(ByteSource source) throws MalformedDataException, IOException {
    EdfHeaderText file = new EdfHeaderText(head(source, EdfField.PART_BYTES));
    int signalCount = file.whole(EdfField.SIGNAL_COUNT, EdfField.SIGNAL_COUNT.offset());
    if (signalCount < 1) {
      throw malformed(
          EdfField.SIGNAL_COUNT, EdfField.SIGNAL_COUNT.offset(), "1 or more", "" + signalCount);
    }
    int headerBytes = file.whole(EdfField.HEADER_BYTES, EdfField.HEADER_BYTES.offset());
    if (headerBytes != EdfField.headerBytes(signalCount)) {
      throw malformed(
          EdfField.HEADER_BYTES,
          EdfField.HEADER_BYTES.offset(),
          "%d for %d signals".formatted(EdfField.headerBytes(signalCount), signalCount),
          "" + headerBytes);
    }
    return header(new EdfHeaderText(head(source, headerBytes)), variant(source), signalCount);
  }

  private static byte[] head(ByteSource source, int length)
      throws MalformedDataException, IOException {
    if (source.size() < length) {
      throw new MalformedDataException(
          source.size() == 0 ? Reason.EMPTY : Reason.TRUNCATED,
          "header",
          source.size(),
          length + " bytes",
          source.size() + " bytes");
    }
    byte[] head = new byte[length];
    source.read(0, head, 0, length);
    return head;
  }

  private static EdfVariant variant(ByteSource source) throws MalformedDataException, IOException {
    byte[] version = head(source, EdfField.VERSION.width());
    if (startsWith(version, EDF_VERSION)) {
      return EdfVariant.EDF;
    }
    if (startsWith(version, BDF_VERSION)) {
      return EdfVariant.BDF;
    }
    throw malformed(
        EdfField.VERSION,
        EdfField.VERSION.offset(),
        "'0' and blanks, or byte 255 and 'BIOSEMI'",
        "'" + new EdfHeaderText(version).text(EdfField.VERSION, 0) + "'");
  }

  private static EdfHeader header(EdfHeaderText text, EdfVariant variant, int signalCount)
      throws MalformedDataException {
    List<EdfSignal> signals = new ArrayList<>();
    List<EdfSignal> annotationTracks = new ArrayList<>();
    long recordBytes = 0;
    for (int i = 0; i < signalCount; i++) {
      String label = text.text(EdfField.LABEL, EdfField.LABEL.offset(i, signalCount));
      EdfSignal signal = signal(text, i, signalCount, label, recordBytes);
      (label.equals(variant.annotationLabel()) ? annotationTracks : signals).add(signal);
      recordBytes += (long) signal.valuesPerRecord() * variant.bytesPerValue();
    }
    return new EdfHeader(
        variant,
        continuity(text),
        EdfStartTime.parse(
                text.text(EdfField.START_DATE, EdfField.START_DATE.offset()),
                text.text(EdfField.START_TIME, EdfField.START_TIME.offset()))
            .orElse(null),
        recordCount(text),
        recordSeconds(text, signals),
        signals,
        annotationTracks,
        recordBytes);
  }

  private static EdfContinuity continuity(EdfHeaderText text) {
    String reserved = text.text(EdfField.RESERVED, EdfField.RESERVED.offset());
    if (reserved.startsWith("EDF+C") || reserved.startsWith("BDF+C")) {
      return EdfContinuity.CONTINUOUS;
    }
    return reserved.startsWith("EDF+D") || reserved.startsWith("BDF+D")
        ? EdfContinuity.DISCONTINUOUS
        : EdfContinuity.PLAIN;
  }

  private static long recordCount(EdfHeaderText text) throws MalformedDataException {
    int offset = EdfField.RECORD_COUNT.offset();
    int count = text.whole(EdfField.RECORD_COUNT, offset);
    if (count < EdfHeader.UNKNOWN || count == 0) {
      throw malformed(EdfField.RECORD_COUNT, offset, "1 or more, or -1", "" + count);
    }
    return count;
  }

  private static double recordSeconds(EdfHeaderText text, List<EdfSignal> signals)
      throws MalformedDataException {
    int offset = EdfField.RECORD_SECONDS.offset();
    double seconds = text.decimal(EdfField.RECORD_SECONDS, offset);
    boolean needsRate = !signals.isEmpty();
    if (seconds < 0 || needsRate && !(seconds >= SHORTEST_RECORD && seconds <= LONGEST_RECORD)) {
      throw malformed(
          EdfField.RECORD_SECONDS,
          offset,
          "more than 0 seconds, %s to %s".formatted(SHORTEST_RECORD, LONGEST_RECORD),
          "" + seconds);
    }
    return seconds;
  }

  /// Limits of the values are checked when a signal is wanted: a trigger track with none need not
  /// spoil the others.
  private static EdfSignal signal(
      EdfHeaderText text, int index, int signalCount, String label, long recordOffset)
      throws MalformedDataException {
    int perRecordOffset = EdfField.VALUES_PER_RECORD.offset(index, signalCount);
    int perRecord = text.whole(EdfField.VALUES_PER_RECORD, perRecordOffset);
    if (perRecord < 1) {
      throw malformed(
          EdfField.VALUES_PER_RECORD,
          perRecordOffset,
          "1 or more for '" + label + "'",
          "" + perRecord);
    }
    return new EdfSignal(
        index,
        label,
        new SignalUnit(text.text(EdfField.UNIT, EdfField.UNIT.offset(index, signalCount))),
        decimal(text, EdfField.PHYSICAL_MINIMUM, index, signalCount),
        decimal(text, EdfField.PHYSICAL_MAXIMUM, index, signalCount),
        whole(text, EdfField.DIGITAL_MINIMUM, index, signalCount),
        whole(text, EdfField.DIGITAL_MAXIMUM, index, signalCount),
        perRecord,
        recordOffset);
  }

  private static double decimal(EdfHeaderText text, EdfField field, int index, int signalCount)
      throws MalformedDataException {
    return text.decimal(field, field.offset(index, signalCount));
  }

  private static int whole(EdfHeaderText text, EdfField field, int index, int signalCount)
      throws MalformedDataException {
    return text.whole(field, field.offset(index, signalCount));
  }
}
