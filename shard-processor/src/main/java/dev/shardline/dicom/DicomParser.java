package dev.shardline.dicom;

import dev.shardline.failure.MalformedDataException;
import dev.shardline.failure.Reason;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Reads a file's elements (PS3.10, 7), with or without preamble and meta information. Whatever the
/// bytes are, either a data set or a [MalformedDataException] comes out.
public final class DicomParser {
  private static final int PREAMBLE = 128;
  private static final int META_GROUP = 0x0002;
  private static final int PIXEL_GROUP = 0x7FE0;

  /// As much of a deflated data set is looked at before it is inflated whole.
  private static final int HEAD = 1 << 22;

  /// What a data set may hold besides its pixels.
  private static final int ELEMENTS = 1 << 24;

  private static final int LARGEST = 1 << 30;

  private DicomParser() {}

  /// Whether a file begins as a DICOM file does, with or without preamble.
  ///
  /// @param head its first bytes, at least 132 unless it is shorter
  public static boolean isDicom(byte[] head) {
    boolean bare =
        head.length > 8 && (head[0] == 8 || head[0] == 2) && head[1] == 0 && head[3] == 0;
    return hasPreamble(head) || bare;
  }

  private static boolean hasPreamble(byte[] file) {
    return file.length >= PREAMBLE + 4
        && new String(file, PREAMBLE, 4, StandardCharsets.US_ASCII).equals("DICM");
  }

  /// All elements of a file, which the data set shares.
  public static DicomDataSet parse(byte[] file) throws MalformedDataException {
    Beginning beginning = Beginning.of(file);
    byte[] data = beginning.isDeflated() ? inflated(file, beginning) : file;
    ElementWalk walk = beginning.walk(data);
    while (!walk.onlyPaddingLeft()) {
      walk.next();
    }
    return new DicomDataSet(beginning.syntax(), data, walk.elements(), walk.fragments());
  }

  /// The elements before the pixels, as far as the given beginning of a file holds them whole.
  public static DicomHead parseHead(byte[] head) throws MalformedDataException {
    Beginning beginning = Beginning.of(head);
    byte[] data = beginning.isDeflated() ? Deflated.beginning(head, beginning.start(), HEAD) : head;
    ElementWalk walk = beginning.walk(data);
    boolean complete = false;
    try {
      while (!walk.atEnd() && !complete) {
        complete = walk.peekTag() >>> 16 == PIXEL_GROUP;
        if (!complete) {
          walk.next();
        }
      }
    } catch (MalformedDataException e) {
      if (e.reason() != Reason.TRUNCATED) {
        throw e;
      }
    }
    DicomDataSet read = new DicomDataSet(beginning.syntax(), data, walk.elements(), List.of());
    return new DicomHead(read, complete);
  }

  private static byte[] inflated(byte[] file, Beginning beginning) throws MalformedDataException {
    return Deflated.whole(file, beginning.start(), mostInflated(parseHead(file).data()));
  }

  /// What a data set whose pixels have this description may inflate to.
  private static int mostInflated(DicomDataSet head) throws MalformedDataException {
    double pixels =
        (double) head.integerOr(DicomTag.ROWS, 0)
            * head.integerOr(DicomTag.COLUMNS, 0)
            * head.integerOr(DicomTag.SAMPLES_PER_PIXEL, 1)
            * head.decimalOr(DicomTag.NUMBER_OF_FRAMES, 1)
            * Math.ceilDiv(head.integerOr(DicomTag.BITS_ALLOCATED, Short.SIZE), Byte.SIZE);
    return (int) Math.clamp(pixels + ELEMENTS, ELEMENTS, LARGEST);
  }

  /// How much memory inflating a file takes beside the file; 0 for one that is not deflated.
  ///
  /// @param head the file's beginning
  public static long inflatingBytes(byte[] head) throws MalformedDataException {
    return Beginning.of(head).isDeflated() ? 2L * mostInflated(parseHead(head).data()) : 0;
  }

  /// The items of a sequence.
  static List<DicomDataSet> items(DicomDataSet parent, DicomElement sequence)
      throws MalformedDataException {
    List<DicomDataSet> items = new ArrayList<>();
    ElementWalk outer = walk(parent, sequence);
    while (!outer.atEnd()) {
      ElementWalk inner = walk(parent, outer.nextItem());
      while (!inner.atEnd()) {
        inner.next();
      }
      items.add(new DicomDataSet(parent.syntax(), parent.bytes(), inner.elements(), List.of()));
    }
    return items;
  }

  private static ElementWalk walk(DicomDataSet parent, DicomElement range) {
    return new ElementWalk(
        parent.bytes(), range.offset(), range.end(), parent.syntax(), range.implicit());
  }

  /// How a file begins: where its data set starts, and in which syntax.
  private record Beginning(byte[] file, int start, TransferSyntax syntax) {
    static Beginning of(byte[] file) throws MalformedDataException {
      if (file.length == 0) {
        throw new MalformedDataException(Reason.EMPTY, "file", 0, "a DICOM file", "no bytes");
      }
      int start = hasPreamble(file) ? PREAMBLE + 4 : 0;
      boolean meta = file.length >= start + 8 && file[start] == META_GROUP && file[start + 1] == 0;
      return meta ? afterMeta(file, start) : new Beginning(file, start, guessed(file, start));
    }

    private static Beginning afterMeta(byte[] file, int start) throws MalformedDataException {
      TransferSyntax explicit = TransferSyntax.EXPLICIT_LITTLE_ENDIAN;
      ElementWalk walk = new ElementWalk(file, start, file.length, explicit, false);
      while (walk.peekTag() >>> 16 == META_GROUP) {
        walk.next();
      }
      DicomDataSet group = new DicomDataSet(explicit, file, walk.elements(), List.of());
      String uid =
          group
              .text(DicomTag.TRANSFER_SYNTAX_UID)
              .orElseThrow(() -> group.missing(DicomTag.TRANSFER_SYNTAX_UID, "a transfer syntax"));
      return new Beginning(file, walk.at(), TransferSyntax.ofUid(uid));
    }

    private static TransferSyntax guessed(byte[] file, int start) throws MalformedDataException {
      if (file.length < start + 8 || file[start + 1] != 0 || file[start] != 8) {
        throw new MalformedDataException(
            Reason.MALFORMED, "first element", start, "a DICOM data set", "something else");
      }
      return isExplicit(file, start)
          ? TransferSyntax.EXPLICIT_LITTLE_ENDIAN
          : TransferSyntax.IMPLICIT_LITTLE_ENDIAN;
    }

    /// Whether two capital letters stand where the first element's value representation would.
    private static boolean isExplicit(byte[] data, int start) {
      return data.length >= start + 6
          && Character.isUpperCase(data[start + 4])
          && Character.isUpperCase(data[start + 5]);
    }

    boolean isDeflated() {
      return syntax == TransferSyntax.DEFLATED;
    }

    /// Explicit or implicit as the data are, not as the syntax says: some writers changed one and
    /// not the other, and pydicom and GDCM read such files.
    ElementWalk walk(byte[] data) {
      int from = isDeflated() ? 0 : start;
      return new ElementWalk(data, from, data.length, syntax, !isExplicit(data, from));
    }
  }
}
