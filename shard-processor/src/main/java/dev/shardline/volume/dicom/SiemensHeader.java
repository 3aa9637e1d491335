package dev.shardline.volume.dicom;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// The CSA header that Siemens scanners put into a private element, in both of its versions, as
/// nibabel's `nicom.csareader` reads it. Undocumented by its maker; damaged ones give no values.
final class SiemensHeader {
  private static final int NAME_LENGTH = 64;
  private static final int MOST_TAGS = 4096;

  private final ByteBuffer bytes;
  private final boolean second;

  private SiemensHeader(byte[] file, int offset, int length) {
    this.bytes = ByteBuffer.wrap(file, offset, length).slice().order(ByteOrder.LITTLE_ENDIAN);
    this.second =
        length > 8 && new String(file, offset, 4, StandardCharsets.US_ASCII).equals("SV10");
  }

  /// The numbers that stand under a name.
  ///
  /// @return none if the name is missing, or the header damaged
  static List<Double> numbers(byte[] file, int offset, int length, String name) {
    SiemensHeader header = new SiemensHeader(file, offset, length);
    try {
      return header.find(name);
    } catch (IndexOutOfBoundsException | NumberFormatException e) {
      return List.of();
    }
  }

  private List<Double> find(String name) {
    int at = second ? 8 : 0;
    int tags = bytes.getInt(at);
    at += 8;
    int firstCount = -1;
    for (int tag = 0; tag < Math.min(tags, MOST_TAGS); tag++) {
      String found = text(at, NAME_LENGTH);
      int items = bytes.getInt(at + NAME_LENGTH + 12);
      firstCount = firstCount < 0 ? items : firstCount;
      at += NAME_LENGTH + 20;
      List<Double> values = new ArrayList<>();
      for (int item = 0; item < items; item++) {
        int length = second ? bytes.getInt(at + 4) : bytes.getInt(at) - firstCount;
        at += 16;
        if (length > 0 && found.equals(name)) {
          values.add(Double.parseDouble(text(at, length).strip()));
        }
        at += Objects.checkIndex(Math.max(length, 0), bytes.limit()) + 3 & ~3;
      }
      if (found.equals(name)) {
        return List.copyOf(values);
      }
    }
    return List.of();
  }

  private String text(int at, int length) {
    byte[] raw = new byte[Math.min(length, bytes.limit())];
    bytes.get(at, raw);
    String all = new String(raw, StandardCharsets.ISO_8859_1);
    int end = all.indexOf('\0');
    return end < 0 ? all : all.substring(0, end);
  }
}
