package dev.shardline.grouping;

import dev.shardline.column.TextOrder;
import dev.shardline.listing.ObjectTable;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Gathers what headers name: a file goes to the first header, in id order, that names it, whatever
/// family its own name belongs to; a header that another one names goes there with all it has.
final class NamedFiles {
  private final ObjectTable objects;
  private final int[] headOf;
  private final boolean[] named;

  private NamedFiles(ObjectTable objects, int[] headOf) {
    this.objects = objects;
    this.headOf = headOf;
    this.named = new boolean[headOf.length];
  }

  /// For each row the row of its sample's head.
  ///
  /// @param headOf the same by families of names
  /// @param names for each row the files that it names, relative to its folder
  static int[] gather(ObjectTable objects, int[] headOf, List<List<String>> names) {
    NamedFiles files = new NamedFiles(objects, headOf.clone());
    for (int row = 0; row < headOf.length; row++) {
      for (String name : names.get(row)) {
        files.take(row, name);
      }
    }
    return files.resolved();
  }

  private void take(int header, String name) {
    String id = objects.ids().text(header);
    String relative = name.startsWith("./") ? name.substring(2) : name;
    String wanted = id.substring(0, id.lastIndexOf('/') + 1) + relative;
    int row = TextOrder.find(objects.ids(), wanted.getBytes(StandardCharsets.UTF_8));
    if (row >= 0 && !named[row] && !isAbove(row, header)) {
      headOf[row] = head(header);
      named[row] = true;
    }
  }

  /// Whether `row` is `member` or on the way from there to its head.
  private boolean isAbove(int row, int member) {
    int at = member;
    while (at != row && headOf[at] != at) {
      at = headOf[at];
    }
    return at == row;
  }

  private int head(int row) {
    int head = row;
    while (headOf[head] != head) {
      head = headOf[head];
    }
    return head;
  }

  private int[] resolved() {
    int[] heads = new int[headOf.length];
    for (int row = 0; row < heads.length; row++) {
      heads[row] = head(row);
    }
    return heads;
  }
}
