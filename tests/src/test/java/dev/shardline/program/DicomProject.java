package dev.shardline.program;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

/// A folder of DICOM series that are full of names: two classes, six subjects each, a series of
/// five slices for each subject, files without extension.
final class DicomProject {
  /// What must not leave the files.
  static final List<String> PERSONAL =
      List.of("Mustermann", "19491007", "ID-4711", "Charite-XYZ", "1.2.826.0.1.99");

  private static final int EDGE = 24;
  private static final int SLICES = 5;

  private DicomProject() {}

  static Path in(Path folder) throws IOException {
    for (String label : List.of("glioma", "healthy")) {
      for (int subject = 1; subject <= 6; subject++) {
        Path series = folder.resolve(label).resolve("sub-" + label.charAt(0) + subject);
        Files.createDirectories(series);
        for (int slice = 0; slice < SLICES; slice++) {
          Files.write(series.resolve("IM-000" + slice), file(label, subject, slice));
        }
      }
    }
    return folder;
  }

  private static byte[] file(String label, int subject, int slice) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    String uid = PERSONAL.getLast() + "." + (label.hashCode() & 0xFF) + "." + subject;
    text(out, 0x0008_0020, PERSONAL.get(1));
    text(out, 0x0008_0060, "MR");
    text(out, 0x0008_0080, PERSONAL.get(3));
    text(out, 0x0010_0010, PERSONAL.getFirst() + "^" + label + subject);
    text(out, 0x0010_0020, PERSONAL.get(2) + subject);
    text(out, 0x0018_0087, "3");
    text(out, 0x0020_000E, uid);
    text(out, 0x0020_0013, String.valueOf(slice));
    text(out, 0x0020_0032, "-20\\-20\\" + 3 * slice);
    text(out, 0x0020_0037, "1\\0\\0\\0\\1\\0");
    number(out, 0x0028_0002, 1);
    text(out, 0x0028_0004, "MONOCHROME2");
    number(out, 0x0028_0010, EDGE);
    number(out, 0x0028_0011, EDGE);
    text(out, 0x0028_0030, "2\\2");
    number(out, 0x0028_0100, 16);
    number(out, 0x0028_0101, 12);
    number(out, 0x0028_0102, 11);
    number(out, 0x0028_0103, 0);
    element(out, 0x7FE0_0010, pixels(label.hashCode() + 31L * subject + slice));
    return out.toByteArray();
  }

  private static byte[] pixels(long seed) {
    Random random = new Random(seed);
    ByteBuffer pixels = ByteBuffer.allocate(2 * EDGE * EDGE).order(ByteOrder.LITTLE_ENDIAN);
    while (pixels.hasRemaining()) {
      pixels.putShort((short) random.nextInt(4096));
    }
    return pixels.array();
  }

  private static void text(ByteArrayOutputStream out, int tag, String value) {
    String even = value.length() % 2 == 0 ? value : value + " ";
    element(out, tag, even.getBytes(StandardCharsets.US_ASCII));
  }

  private static void number(ByteArrayOutputStream out, int tag, int value) {
    element(out, tag, new byte[] {(byte) value, (byte) (value >> 8)});
  }

  /// Implicit little-endian, without preamble.
  private static void element(ByteArrayOutputStream out, int tag, byte[] value) {
    ByteBuffer head = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
    head.putShort((short) (tag >>> 16)).putShort((short) tag).putInt(value.length);
    out.writeBytes(head.array());
    out.writeBytes(value);
  }
}
