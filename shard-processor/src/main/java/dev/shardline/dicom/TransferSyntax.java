package dev.shardline.dicom;

import dev.shardline.failure.MalformedDataException;
import dev.shardline.failure.Reason;
import java.util.Arrays;

/// How a file's data set and pixels are encoded (PS3.5, Annex A).
public enum TransferSyntax {
  IMPLICIT_LITTLE_ENDIAN("1.2.840.10008.1.2", false, false),
  EXPLICIT_LITTLE_ENDIAN("1.2.840.10008.1.2.1", true, false),
  DEFLATED("1.2.840.10008.1.2.1.99", true, false),
  EXPLICIT_BIG_ENDIAN("1.2.840.10008.1.2.2", true, true),
  RLE("1.2.840.10008.1.2.5", true, false),
  JPEG_BASELINE("1.2.840.10008.1.2.4.50", true, false),
  JPEG_EXTENDED("1.2.840.10008.1.2.4.51", true, false),
  JPEG_LOSSLESS("1.2.840.10008.1.2.4.57", true, false),
  JPEG_LOSSLESS_SV1("1.2.840.10008.1.2.4.70", true, false),
  JPEG_LS_LOSSLESS("1.2.840.10008.1.2.4.80", true, false),
  JPEG_LS_NEAR_LOSSLESS("1.2.840.10008.1.2.4.81", true, false),
  JPEG_2000_LOSSLESS("1.2.840.10008.1.2.4.90", true, false),
  JPEG_2000("1.2.840.10008.1.2.4.91", true, false);

  private final String uid;
  private final boolean explicit;
  private final boolean bigEndian;

  TransferSyntax(String uid, boolean explicit, boolean bigEndian) {
    this.uid = uid;
    this.explicit = explicit;
    this.bigEndian = bigEndian;
  }

  /// Whether elements carry their value representation.
  public boolean isExplicit() {
    return explicit;
  }

  public boolean isBigEndian() {
    return bigEndian;
  }

  /// Whether pixels stand in the file as they are.
  public boolean isNative() {
    return switch (this) {
      case IMPLICIT_LITTLE_ENDIAN, EXPLICIT_LITTLE_ENDIAN, DEFLATED, EXPLICIT_BIG_ENDIAN -> true;
      case RLE,
          JPEG_BASELINE,
          JPEG_EXTENDED,
          JPEG_LOSSLESS,
          JPEG_LOSSLESS_SV1,
          JPEG_LS_LOSSLESS,
          JPEG_LS_NEAR_LOSSLESS,
          JPEG_2000_LOSSLESS,
          JPEG_2000 ->
          false;
    };
  }

  /// @throws MalformedDataException UNSUPPORTED if no such syntax is known
  public static TransferSyntax ofUid(String uid) throws MalformedDataException {
    return Arrays.stream(values())
        .filter(syntax -> syntax.uid.equals(uid))
        .findFirst()
        .orElseThrow(() ->
            new MalformedDataException(
                Reason.UNSUPPORTED,
                "TransferSyntaxUID",
                "a known transfer syntax",
                uid.matches("[0-9.]+") ? uid : "something else"));
  }
}
