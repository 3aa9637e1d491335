package dev.shardline.volume.dicom;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.Deflater;

/// Builds single-frame DICOM files for tests: 3 rows of 4 columns, 16 bits.
final class DicomFile {
  private final String syntax;
  private final boolean explicit;
  private final ByteOrder order;
  private final ByteArrayOutputStream data = new ByteArrayOutputStream();

  DicomFile(String syntax) {
    this.syntax = syntax;
    this.explicit = !syntax.equals("1.2.840.10008.1.2");
    this.order =
        syntax.equals("1.2.840.10008.1.2.2") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
  }

  /// A slice at z with pixels `first`, `first + 1`, …
  static DicomFile slice(String syntax, double z, int instance, int first) {
    DicomFile file = new DicomFile(syntax);
    file.text(0x0008_0008, "CS", "ORIGINAL\\PRIMARY");
    file.sequence(0x0008_1140);
    file.text(0x0020_000E, "UI", "1.2.3").text(0x0020_0013, "IS", instance + "");
    file.text(0x0020_0032, "DS", "10\\20\\" + z).text(0x0020_0037, "DS", "1\\0\\0\\0\\1\\0");
    file.number(0x0028_0002, 1).text(0x0028_0004, "CS", "MONOCHROME2");
    file.number(0x0028_0010, 3).number(0x0028_0011, 4).text(0x0028_0030, "DS", "2\\3");
    file.number(0x0028_0100, 16).number(0x0028_0101, 16).number(0x0028_0103, 1);
    return file.pixels(first);
  }

  private DicomFile pixels(int first) {
    ByteBuffer pixels = ByteBuffer.allocate(24).order(order);
    for (int i = 0; i < 12; i++) {
      pixels.putShort((short) (first + i));
    }
    return syntax.endsWith("1.2.5")
        ? rle(pixels.array())
        : element(0x7FE0_0010, "OW", pixels.array());
  }

  /// High bytes as one replicated run, low bytes as one literal run.
  private DicomFile rle(byte[] pixels) {
    ByteBuffer segments = ByteBuffer.allocate(80).order(order);
    segments.putInt(2).putInt(64).putInt(66).position(64);
    segments.put((byte) -11).put(pixels[1]).put((byte) 11);
    for (int i = 0; i < 12; i++) {
      segments.put(pixels[2 * i]);
    }
    ByteBuffer all = ByteBuffer.allocate(12 + 8 + 8 + 80 + 8).order(order);
    all.putShort((short) 0x7FE0)
        .putShort((short) 0x10)
        .put("OB".getBytes(StandardCharsets.US_ASCII));
    all.putShort((short) 0).putInt(-1);
    all.putShort((short) 0xFFFE).putShort((short) 0xE000).putInt(0);
    all.putShort((short) 0xFFFE).putShort((short) 0xE000).putInt(80).put(segments.array());
    all.putShort((short) 0xFFFE).putShort((short) 0xE0DD).putInt(0);
    data.writeBytes(all.array());
    return this;
  }

  DicomFile number(int tag, int value) {
    byte[] bytes = ByteBuffer.allocate(2).order(order).putShort((short) value).array();
    return element(tag, "US", bytes);
  }

  DicomFile text(int tag, String form, String value) {
    String padded = value.length() % 2 == 0 ? value : value + " ";
    return element(tag, form, padded.getBytes(StandardCharsets.US_ASCII));
  }

  /// A sequence of undefined length with an item of undefined length that holds a Rows of its own.
  private void sequence(int tag) {
    ByteBuffer start = ByteBuffer.allocate(explicit ? 20 : 16).order(order);
    start.putShort((short) (tag >>> 16)).putShort((short) tag);
    if (explicit) {
      start.put("SQ".getBytes(StandardCharsets.US_ASCII)).putShort((short) 0);
    }
    start.putInt(-1).putShort((short) 0xFFFE).putShort((short) 0xE000).putInt(-1);
    data.writeBytes(start.array());
    number(0x0028_0010, 999);
    ByteBuffer end = ByteBuffer.allocate(16).order(order);
    end.putShort((short) 0xFFFE).putShort((short) 0xE00D).putInt(0);
    end.putShort((short) 0xFFFE).putShort((short) 0xE0DD).putInt(0);
    data.writeBytes(end.array());
  }

  private DicomFile element(int tag, String form, byte[] value) {
    boolean longForm = form.equals("OW");
    ByteBuffer head = ByteBuffer.allocate(explicit && longForm ? 12 : 8).order(order);
    head.putShort((short) (tag >>> 16)).putShort((short) tag);
    if (!explicit) {
      head.putInt(value.length);
    } else if (longForm) {
      head.put(form.getBytes(StandardCharsets.US_ASCII)).putShort((short) 0).putInt(value.length);
    } else {
      head.put(form.getBytes(StandardCharsets.US_ASCII)).putShort((short) value.length);
    }
    data.writeBytes(head.array());
    data.writeBytes(value);
    return this;
  }

  /// The data set alone.
  byte[] bare() {
    return data.toByteArray();
  }

  /// With preamble and meta information.
  byte[] bytes() {
    DicomFile meta = new DicomFile("1.2.840.10008.1.2.1");
    meta.text(0x0002_0010, "UI", syntax);
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(new byte[128]);
    all.writeBytes("DICM".getBytes(StandardCharsets.US_ASCII));
    all.writeBytes(meta.bare());
    all.writeBytes(syntax.endsWith(".99") ? deflated() : bare());
    return all.toByteArray();
  }

  private byte[] deflated() {
    Deflater deflater = new Deflater(6, true);
    deflater.setInput(bare());
    deflater.finish();
    byte[] out = new byte[10_000];
    int length = deflater.deflate(out);
    deflater.end();
    return Arrays.copyOf(out, length);
  }
}
