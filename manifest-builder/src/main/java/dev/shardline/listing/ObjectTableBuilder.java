package dev.shardline.listing;

import dev.shardline.column.EtagColumn;
import dev.shardline.column.LongColumn;
import dev.shardline.column.TextColumn;
import dev.shardline.column.TextOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Gathers objects in any order into an [ObjectTable]. For one thread.
public final class ObjectTableBuilder {
  private static final int MOST_ROOTS = Byte.MAX_VALUE;
  private static final byte[] NONE = new byte[0];

  private final List<ObjectRoot> roots = new ArrayList<>();
  private final TextColumn ids = new TextColumn();
  private final LongColumn bytes = new LongColumn();
  private final EtagColumn etags = new EtagColumn();
  private final TextColumn versions = new TextColumn();
  private byte[] rootOf = NONE;
  private long repeated;

  /// Makes a root known.
  ///
  /// @return its index
  public int addRoot(ObjectRoot root) {
    int known = roots.indexOf(root);
    if (known >= 0) {
      return known;
    }
    if (roots.size() == MOST_ROOTS) {
      throw new IllegalArgumentException("A data set has at most %d sources".formatted(MOST_ROOTS));
    }
    roots.add(root);
    return roots.size() - 1;
  }

  /// Appends an object.
  ///
  /// @param root index of its root
  /// @param id its id, which begins with the root's prefix
  public void add(int root, String id, long size, String etag, String version) {
    byte[] utf8 = id.getBytes(StandardCharsets.UTF_8);
    add(root, utf8, 0, utf8.length, size);
    etags.add(etag);
    versions.add(version);
  }

  private void add(int root, byte[] id, int offset, int length, long size) {
    if (root > 0 || rootOf.length > 0) {
      rememberRoot(root);
    }
    ids.add(id, offset, length);
    bytes.add(size);
  }

  private void rememberRoot(int root) {
    int row = ids.size();
    if (row >= rootOf.length) {
      rootOf = Arrays.copyOf(rootOf, Math.max(1024, row + (row >> 1) + 1));
    }
    rootOf[row] = (byte) root;
  }

  /// How many objects were added.
  public int size() {
    return ids.size();
  }

  /// How many objects were left out of the table because their id was there already.
  public long repeated() {
    return repeated;
  }

  /// The table; the builder is used up. Of objects with one id the one added first stays.
  public ObjectTable build() {
    ids.trim();
    etags.trim();
    versions.trim();
    byte[] rootRows = rootOf.length == 0 ? NONE : Arrays.copyOf(rootOf, ids.size());
    if (TextOrder.ascends(ids)) {
      return new ObjectTable(roots, rootRows, ids, bytes, etags, versions);
    }
    int[] order = withoutRepeats(TextOrder.of(ids));
    repeated = (long) ids.size() - order.length;
    return new ObjectTable(
        roots,
        select(rootRows, order),
        ids.select(order),
        bytes.select(order),
        etags.select(order),
        versions.select(order));
  }

  private int[] withoutRepeats(int[] order) {
    int kept = 0;
    for (int i = 0; i < order.length; i++) {
      if (i == 0 || ids.compare(order[i - 1], order[i]) != 0) {
        order[kept++] = order[i];
      }
    }
    return kept == order.length ? order : Arrays.copyOf(order, kept);
  }

  private static byte[] select(byte[] values, int[] rows) {
    if (values.length == 0) {
      return values;
    }
    byte[] selected = new byte[rows.length];
    for (int i = 0; i < rows.length; i++) {
      selected[i] = values[rows[i]];
    }
    return selected;
  }
}
