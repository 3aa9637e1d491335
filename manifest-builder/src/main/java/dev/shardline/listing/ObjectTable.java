package dev.shardline.listing;

import dev.shardline.column.EtagColumn;
import dev.shardline.column.LongColumn;
import dev.shardline.column.TextColumn;
import dev.shardline.dataset.SourceObject;
import dev.shardline.storage.ObjectLocation;
import dev.shardline.storage.ObjectVersion;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// All objects of a data set, in the order of their ids (UTF-8 bytes), each id once. Read by many
/// threads.
public final class ObjectTable {
  private final List<ObjectRoot> roots;
  private final int[] idPrefixLengths;
  private final byte[] rootOf;
  private final TextColumn ids;
  private final LongColumn bytes;
  private final EtagColumn etags;
  private final TextColumn versions;

  /// @param rootOf index into `roots` for every row; empty where there is one root
  ObjectTable(
      List<ObjectRoot> roots,
      byte[] rootOf,
      TextColumn ids,
      LongColumn bytes,
      EtagColumn etags,
      TextColumn versions) {
    this.roots = List.copyOf(roots);
    this.idPrefixLengths =
        roots.stream()
            .mapToInt(root -> root.idPrefix().getBytes(StandardCharsets.UTF_8).length)
            .toArray();
    this.rootOf = rootOf;
    this.ids = ids;
    this.bytes = bytes;
    this.etags = etags;
    this.versions = versions;
  }

  /// How many objects there are.
  public int size() {
    return ids.size();
  }

  public List<ObjectRoot> roots() {
    return roots;
  }

  /// Which root a row belongs to.
  public int rootIndex(int row) {
    return rootOf.length == 0 ? 0 : rootOf[row];
  }

  /// How many bytes of a row's id are its root's prefix; what follows is the key relative to the
  /// source.
  public int idPrefixLength(int row) {
    return idPrefixLengths[rootIndex(row)];
  }

  /// The key of a row relative to its source.
  public String relativeKey(int row) {
    return ids.text(row).substring(roots.get(rootIndex(row)).idPrefix().length());
  }

  /// The ids. Not to be changed.
  public TextColumn ids() {
    return ids;
  }

  /// The objects' sizes. Not to be changed.
  public LongColumn bytes() {
    return bytes;
  }

  /// The entity tags. Not to be changed.
  public EtagColumn etags() {
    return etags;
  }

  /// The version ids. Not to be changed.
  public TextColumn versions() {
    return versions;
  }

  public ObjectLocation location(int row) {
    return roots.get(rootIndex(row)).locate(ids.text(row));
  }

  /// A row as a noun.
  public SourceObject object(int row) {
    return new SourceObject(
        location(row), bytes.value(row), new ObjectVersion(etags.text(row), versions.text(row)));
  }
}
