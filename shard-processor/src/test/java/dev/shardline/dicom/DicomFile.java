package dev.shardline.dicom;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.jspecify.annotations.Nullable;

/// Builds DICOM files for tests. A call for a tag that is there already puts it there again; the
/// last one counts.
public final class DicomFile {
  private final String syntax;
  private final boolean explicit;
  private final ByteOrder order;
  private final ByteArrayOutputStream data = new ByteArrayOutputStream();

  public DicomFile(String syntax) {
    this.syntax = syntax;
    this.explicit = !syntax.equals("1.2.840.10008.1.2");
    this.order =
        syntax.equals("1.2.840.10008.1.2.2") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
  }

  /// A slice at z with pixels `first`, `first + 1`, …
  public static DicomFile slice(String syntax, double z, int instance, int first) {
    return withoutPixels(syntax, z, instance, 3, 4).pixels(first);
  }

  /// A slice of a size with nothing for pixels yet.
  public static DicomFile withoutPixels(
      String syntax, double z, int instance, int rows, int columns) {
    DicomFile file = new DicomFile(syntax);
    file.text(0x0008_0008, "CS", "ORIGINAL\\PRIMARY");
    file.nestedSequence(0x0008_1140);
    file.text(0x0020_000E, "UI", "1.2.3").text(0x0020_0013, "IS", instance + "");
    file.text(0x0020_0032, "DS", "10\\20\\" + z).text(0x0020_0037, "DS", "1\\0\\0\\0\\1\\0");
    file.number(0x0028_0002, 1).text(0x0028_0004, "CS", "MONOCHROME2");
    file.number(0x0028_0010, rows).number(0x0028_0011, columns).text(0x0028_0030, "DS", "2\\3");
    file.number(0x0028_0100, 16).number(0x0028_0101, 16).number(0x0028_0103, 1);
    return file;
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
    return encapsulated(new byte[0], segments.array());
  }

  /// Compressed pixels: an offset table and fragments of even length.
  public DicomFile encapsulated(byte[] table, byte[]... fragments) {
    element(0x7FE0_0010, "OB", null);
    item(table);
    for (byte[] fragment : fragments) {
      item(fragment.length % 2 == 0 ? fragment : Arrays.copyOf(fragment, fragment.length + 1));
    }
    return delimiter(0xFFFE_E0DD, 0);
  }

  private void item(byte[] value) {
    delimiter(0xFFFE_E000, value.length);
    data.writeBytes(value);
  }

  private DicomFile delimiter(int tag, int length) {
    ByteBuffer head = ByteBuffer.allocate(8).order(order);
    data.writeBytes(
        head.putShort((short) (tag >>> 16)).putShort((short) tag).putInt(length).array());
    return this;
  }

  /// A sequence of defined length.
  public DicomFile sequence(int tag, DicomFile... items) {
    DicomFile inside = new DicomFile(syntax);
    for (DicomFile one : items) {
      inside.item(one.bare());
    }
    return element(tag, "SQ", inside.bare());
  }

  /// Native pixels of 16 bits.
  public DicomFile shorts(int... values) {
    ByteBuffer pixels = ByteBuffer.allocate(2 * values.length).order(order);
    for (int value : values) {
      pixels.putShort((short) value);
    }
    return element(0x7FE0_0010, "OW", pixels.array());
  }

  public DicomFile number(int tag, int value) {
    byte[] bytes = ByteBuffer.allocate(2).order(order).putShort((short) value).array();
    return element(tag, "US", bytes);
  }

  public DicomFile text(int tag, String form, String value) {
    String padded = value.length() % 2 == 0 ? value : value + " ";
    return element(tag, form, padded.getBytes(StandardCharsets.US_ASCII));
  }

  /// A sequence of undefined length with an item of undefined length that holds a Rows of its own.
  private void nestedSequence(int tag) {
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

  /// Any element; null for a value of undefined length, which is left to the caller.
  public DicomFile element(int tag, String form, byte @Nullable [] value) {
    int length = value == null ? -1 : value.length;
    boolean longForm = form.matches("O.|SQ|UN");
    ByteBuffer head = ByteBuffer.allocate(explicit && longForm ? 12 : 8).order(order);
    head.putShort((short) (tag >>> 16)).putShort((short) tag);
    if (!explicit) {
      head.putInt(length);
    } else if (longForm) {
      head.put(form.getBytes(StandardCharsets.US_ASCII)).putShort((short) 0).putInt(length);
    } else {
      head.put(form.getBytes(StandardCharsets.US_ASCII)).putShort((short) length);
    }
    data.writeBytes(head.array());
    data.writeBytes(value == null ? new byte[0] : value);
    return this;
  }

  /// The data set alone.
  public byte[] bare() {
    return data.toByteArray();
  }

  /// With preamble and meta information.
  public byte[] bytes() {
    return bytesNaming(syntax);
  }

  /// With preamble, and meta information that names some syntax.
  public byte[] bytesNaming(String named) {
    DicomFile meta = new DicomFile("1.2.840.10008.1.2.1");
    meta.text(0x0002_0010, "UI", named);
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(new byte[128]);
    all.writeBytes("DICM".getBytes(StandardCharsets.US_ASCII));
    all.writeBytes(meta.bare());
    all.writeBytes(syntax.endsWith(".99") ? deflated() : bare());
    return all.toByteArray();
  }

  private byte[] deflated() {
    Deflater deflater = new Deflater(6, true);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (DeflaterOutputStream deflated = new DeflaterOutputStream(out, deflater)) {
      deflated.write(bare());
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    deflater.end();
    return out.toByteArray();
  }
}
