package dev.shardline.shard;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/// The formats a shard can have.
public final class ShardFormats {
  private static final List<ShardFormat> ALL =
      List.of(
          new WebDatasetFormat(),
          new MdsFormat(),
          new TfRecordFormat(),
          new NpyFormat(),
          new SafetensorsFormat(),
          new CsvFormat(),
          new ParquetFormat(),
          new OndaShardFormat());

  private ShardFormats() {}

  /// Every format, the usual one first.
  public static List<ShardFormat> all() {
    return ALL;
  }

  /// The format of that name.
  public static Optional<ShardFormat> find(String name) {
    return ALL.stream().filter(format -> format.name().equals(name)).findFirst();
  }

  static TreeSet<String> names() {
    TreeSet<String> names = new TreeSet<>();
    ALL.forEach(format -> names.add(format.name()));
    return names;
  }
}
