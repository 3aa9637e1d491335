package dev.shardline.image.codec.header;

import java.util.HexFormat;

/// Names what a file that is no readable image looks like, so that a quarantine explains itself.
final class ForeignSignature {
  private static final int SHOWN_BYTES = 8;

  private ForeignSignature() {}

  static String describe(byte[] bytes) {
    if (Signature.at(bytes, 0, 'G', 'I', 'F', '8')) {
      return "GIF";
    }
    if (Signature.at(bytes, 0, 0x00, 0x00, 0x00, 0x0C, 'j', 'P')
        || Signature.at(bytes, 0, 0xFF, 0x4F, 0xFF, 0x51)) {
      return "JPEG 2000";
    }
    if (Signature.at(bytes, 4, 'f', 't', 'y', 'p')) {
      return "an ISO media file (HEIC, AVIF or video)";
    }
    if (isDicom(bytes)) {
      return "DICOM, which `decode-volume` reads";
    }
    if (Signature.at(bytes, 0, '%', 'P', 'D', 'F')) {
      return "PDF";
    }
    if (Signature.at(bytes, 0, 'P', 'K', 0x03, 0x04)) {
      return "a ZIP archive";
    }
    if (Signature.at(bytes, 0, 0x1F, 0x8B)) {
      return "gzip data";
    }
    if (Signature.at(bytes, 0, '<')) {
      return "markup (HTML, XML or SVG)";
    }
    int shown = Math.min(SHOWN_BYTES, bytes.length);
    return "bytes " + HexFormat.ofDelimiter(" ").formatHex(bytes, 0, shown);
  }

  static boolean isDicom(byte[] bytes) {
    return Signature.at(bytes, 128, 'D', 'I', 'C', 'M');
  }
}
