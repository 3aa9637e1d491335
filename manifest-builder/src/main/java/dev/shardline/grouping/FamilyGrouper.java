package dev.shardline.grouping;

import dev.shardline.column.TextColumn;
import dev.shardline.column.TextOrder;
import dev.shardline.listing.ObjectTable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Gathers samples by families of files. A companion goes to the first head, in id order, that it
/// fits.
final class FamilyGrouper {
  private static final byte LOWER_CASE = 0x20;
  private static final Pattern SEGMENT = Pattern.compile("(\\d{4}|layout)[.][^./]+");

  private record HeadExtension(FileFamily family, byte[] extension) {}

  private final TextColumn ids;
  private final List<HeadExtension> heads = new ArrayList<>();

  FamilyGrouper(ObjectTable objects) {
    this.ids = objects.ids();
    for (FileFamily family : FileFamily.values()) {
      family.heads().forEach(head -> heads.add(new HeadExtension(family, utf8(head))));
    }
  }

  /// For each row the row of its sample's head: its own unless it is a companion.
  int[] headOf() {
    int[] headOf = new int[ids.size()];
    Arrays.setAll(headOf, row -> row);
    for (int row = 0; row < headOf.length; row++) {
      for (HeadExtension head : heads) {
        if (headOf[row] == row && endsWith(row, head.extension)) {
          gather(headOf, row, head);
          break;
        }
      }
    }
    return headOf;
  }

  private boolean endsWith(int row, byte[] extension) {
    byte[] bytes = ids.bytes(row);
    int start = ids.end(row) - extension.length;
    if (start <= ids.start(row) || bytes[start - 1] == '/') {
      return false;
    }
    for (int i = 0; i < extension.length; i++) {
      byte b = bytes[start + i];
      if (b != extension[i] && !(b >= 'A' && b <= 'Z' && (b | LOWER_CASE) == extension[i])) {
        return false;
      }
    }
    return true;
  }

  private void gather(int[] headOf, int row, HeadExtension head) {
    String id = ids.text(row);
    String stem = id.substring(0, id.length() - head.extension.length);
    for (String companion : head.family.companions()) {
      if (companion.equals(FileFamily.ANY)) {
        takeAllWith(stem + ".", headOf, row);
      } else {
        take(stem + companion, headOf, row);
        take(stem + companion.toUpperCase(Locale.ROOT), headOf, row);
      }
    }
    if (head.family == FileFamily.WFDB) {
      takeSegments(stem + "_", headOf, row);
    }
    int suffix = stem.lastIndexOf('_');
    if (suffix > stem.lastIndexOf('/')) {
      FileFamily.BIDS_COMPANIONS.forEach(
          companion -> take(stem.substring(0, suffix) + companion, headOf, row));
    }
  }

  private void take(String id, int[] headOf, int head) {
    int row = TextOrder.find(ids, utf8(id));
    if (row >= 0) {
      take(row, headOf, head);
    }
  }

  /// The segments of a multi-segment record are records of their own whose names follow its name
  /// (PhysioNet: `3000003.hea`, `3000003_layout.hea`, `3000003_0001.dat`).
  private void takeSegments(String prefix, int[] headOf, int head) {
    byte[] utf8 = utf8(prefix);
    int found = TextOrder.find(ids, utf8);
    for (int row = found >= 0 ? found : -found - 1;
        row < ids.size() && hasPrefix(row, utf8);
        row++) {
      if (SEGMENT.matcher(ids.text(row).substring(prefix.length())).matches()) {
        take(row, headOf, head);
      }
    }
  }

  private void takeAllWith(String prefix, int[] headOf, int head) {
    byte[] utf8 = utf8(prefix);
    int found = TextOrder.find(ids, utf8);
    for (int row = found >= 0 ? found : -found - 1;
        row < ids.size() && hasPrefix(row, utf8);
        row++) {
      take(row, headOf, head);
    }
  }

  private boolean hasPrefix(int row, byte[] prefix) {
    return ids.length(row) >= prefix.length
        && Arrays.equals(
            ids.bytes(row),
            ids.start(row),
            ids.start(row) + prefix.length,
            prefix,
            0,
            prefix.length);
  }

  private static void take(int row, int[] headOf, int head) {
    if (row != head && headOf[row] == row) {
      headOf[row] = head;
    }
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
