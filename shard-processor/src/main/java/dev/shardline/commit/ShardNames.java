package dev.shardline.commit;

import dev.shardline.dataset.PartId;
import dev.shardline.lineage.EqualShares;
import dev.shardline.shard.Compression;
import dev.shardline.shard.ShardFormat;
import dev.shardline.shard.ShardLimits;
import java.util.Locale;

/// How shards are named inside a split's folder: `part-00000.tar`; with limits on a shard's size or
/// equal shares for ranks `part-00000-00000.tar`, `part-00000-00001.tar` and so on; the shards of a
/// named output in a folder of its own.
///
/// @param limits whether a part may have more than one shard is part of the name, so that it does
///   not depend on how many there are
/// @param shares to how many ranks records are dealt out
public record ShardNames(
    ShardFormat format, Compression compression, ShardLimits limits, EqualShares shares) {
  /// Names without equal shares.
  public ShardNames(ShardFormat format, Compression compression, ShardLimits limits) {
    this(format, compression, limits, EqualShares.NONE);
  }

  /// Whether a shard begins with its records just as they are spooled.
  boolean beginsWithRecords() {
    return format.beginsWithRecords() && compression.method() == Compression.Method.NONE;
  }

  /// The name of an output's shard.
  ///
  /// @param output the recipe's output
  /// @param ordinal which of the output's shards in this part
  public String shard(PartId part, String output, int ordinal) {
    return base(part, output, ordinal) + format.suffix() + compression.suffix();
  }

  /// The name of a file that belongs to a shard.
  public String sidecar(PartId part, String output, int ordinal, String suffix) {
    return base(part, output, ordinal) + suffix;
  }

  private String base(PartId part, String output, int ordinal) {
    String folder = output.isEmpty() ? "" : output + "/";
    boolean onlyOne = limits.equals(ShardLimits.NONE) && shares.ranksOf(part.split()) == 1;
    String number = onlyOne ? "" : String.format(Locale.ROOT, "-%05d", ordinal);
    return folder + part.fileName() + number;
  }
}
