package dev.shardline.shard;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shardline.config.Section;
import dev.shardline.dataset.Split;
import dev.shardline.digest.CanonicalJson;
import dev.shardline.lineage.EqualShares;
import dev.shardline.lineage.EqualShares.Remainder;
import dev.shardline.shard.Compression.Method;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The configuration's `output`:
///
/// ```yaml
/// output:
///   format: webdataset             # what shards are written as
///   compression: zstd              # none (the usual), gzip, zstd
///   compression-level: 3
///   max-shard-records: 10000       # a part continues in another shard beyond these
///   max-shard-bytes: 268435456
///   equal-shares:                  # every training rank gets equally many records
///     ranks: 8
///     remainder: drop              # or pad
///     splits: [train]
///   tolerated-failure-ratio: 0.01  # more quarantined samples than this fail a worker; 0 if left out
///   minimum-per-class: 20          # fewer samples with records, in any split, fail the run; 0 if left out
/// ```
///
/// @param limits of a shard's size
/// @param shares to how many ranks records are dealt out
/// @param demands no part of the canonical form
public record OutputSpec(
    ShardFormat format,
    Compression compression,
    ShardLimits limits,
    EqualShares shares,
    OutputDemands demands) {
  /// Reads the section `output` of `root`; what is wrong goes to its problems.
  public static OutputSpec read(Section root) {
    Section section = root.sectionOrEmpty("output");
    OutputSpec spec =
        new OutputSpec(
            format(section),
            compression(section),
            new ShardLimits(
                section.integer("max-shard-records", 1, Long.MAX_VALUE).orElse(Long.MAX_VALUE),
                section.integer("max-shard-bytes", 1, Long.MAX_VALUE).orElse(Long.MAX_VALUE)),
            equalShares(section),
            new OutputDemands(
                toleratedFailureRatio(section),
                section.integer("minimum-per-class", 0, Long.MAX_VALUE).orElse(0L)));
    if (!spec.format().takes(spec.compression().method())) {
      section.problem(
          "compression",
          "format %s cannot be compressed by %s"
              .formatted(spec.format().name(), spec.compression().method().fileName()));
    }
    section.finish();
    return spec;
  }

  private static ShardFormat format(Section section) {
    ShardFormat usual = ShardFormats.all().getFirst();
    Optional<String> name = section.text("format");
    if (name.isEmpty()) {
      return usual;
    }
    Optional<ShardFormat> format = ShardFormats.find(name.get());
    if (format.isEmpty()) {
      section.problem(
          "format",
          "expected one of %s, found \"%s\""
              .formatted(String.join(", ", ShardFormats.names()), name.get()));
    }
    return format.orElse(usual);
  }

  private static Compression compression(Section section) {
    Method method = section.choice("compression", Method.class).orElse(Method.NONE);
    long level =
        section
            .integer("compression-level", method.leastLevel(), method.mostLevel())
            .orElse((long) method.usualLevel());
    return new Compression(method, (int) level);
  }

  private static EqualShares equalShares(Section output) {
    Optional<Section> written = output.section("equal-shares");
    if (written.isEmpty()) {
      return EqualShares.NONE;
    }
    Section section = written.get();
    Optional<Long> ranks = section.integer("ranks", 1, EqualShares.MOST_RANKS);
    if (!section.has("ranks")) {
      section.problem("ranks", "is missing: how many training ranks there are");
    }
    EqualShares shares =
        new EqualShares(
            ranks.orElse(1L).intValue(),
            section.choice("remainder", Remainder.class).orElse(Remainder.DROP),
            splits(section));
    section.finish();
    return shares;
  }

  private static List<Split> splits(Section section) {
    List<Split> splits = new ArrayList<>();
    for (String name : section.texts("splits")) {
      try {
        splits.add(new Split(name));
      } catch (IllegalArgumentException e) {
        section.problem("splits", String.valueOf(e.getMessage()));
      }
    }
    return section.has("splits") ? splits : List.of(Split.TRAIN);
  }

  private static BigDecimal toleratedFailureRatio(Section section) {
    String key = "tolerated-failure-ratio";
    double ratio = section.number(key).orElse(0.0);
    if (ratio >= 0 && ratio <= 1) {
      return BigDecimal.valueOf(ratio);
    }
    section.problem(key, "expected a number from 0 to 1, found " + ratio);
    return BigDecimal.ZERO;
  }

  /// The same for the same output however it was written, every default spelled out: a part of the
  /// run's identity.
  public ObjectNode canonical() {
    ObjectNode node =
        CanonicalJson.object()
            .put("format", format.name())
            .put("compression", compression.method().fileName())
            .put("compression-level", compression.level())
            .put("max-shard-records", limits.records())
            .put("max-shard-bytes", limits.bytes());
    shares.addTo(node);
    return node;
  }
}
