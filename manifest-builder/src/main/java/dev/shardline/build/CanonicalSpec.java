package dev.shardline.build;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shardline.digest.CanonicalJson;
import dev.shardline.duplicates.DuplicateSpec;
import dev.shardline.grouping.GroupingSpec;
import dev.shardline.labelling.BinSpec;
import dev.shardline.labelling.ColumnSources;
import dev.shardline.labelling.LabellingSpec;
import dev.shardline.labelling.TableSpec;
import dev.shardline.listing.KeyFilter;
import dev.shardline.listing.SourceSpec;
import dev.shardline.parts.PartSpec;
import dev.shardline.quality.CheckSpec;
import dev.shardline.split.FixedRule;
import dev.shardline.split.SplitSpec;
import dev.shardline.split.SplitTarget;
import java.util.Collection;
import java.util.Locale;
import java.util.TreeMap;
import java.util.TreeSet;

/// The canonical form of a data set's description: every setting with its value, in one order,
/// whether it was written or left to its default. Uses the keys of the configuration.
public final class CanonicalSpec {
  private CanonicalSpec() {}

  /// The form as one JSON value.
  public static ObjectNode of(DatasetSpec spec) {
    ObjectNode root = CanonicalJson.object().put("name", spec.name());
    ArrayNode sources = root.putArray("source");
    spec.sources().forEach(source -> sources.add(source(source)));
    root.set("samples", grouping(spec.grouping()));
    labelling(root, spec.labelling());
    root.set("duplicates", duplicates(spec.duplicates()));
    root.set("split", split(spec.split()));
    root.set("checks", checks(spec.checks()));
    root.set("parts", parts(spec.parts()));
    return root;
  }

  private static ObjectNode source(SourceSpec source) {
    ObjectNode node =
        switch (source) {
          case SourceSpec.Prefix _ -> CanonicalJson.object().put("kind", "prefix");
          case SourceSpec.Manifest _ -> CanonicalJson.object().put("kind", "manifest");
          case SourceSpec.Listed list -> listed(list);
          case SourceSpec.Inventory inventory ->
              CanonicalJson.object().put("kind", "inventory").put("prefix", inventory.prefix());
        };
    node.put("location", source.location().toString()).put("name", source.name());
    KeyFilter filter = source.filter();
    texts(node, "include", filter.include().stream().map(Object::toString).toList());
    texts(node, "exclude", filter.exclude().stream().map(Object::toString).toList());
    return node;
  }

  private static ObjectNode listed(SourceSpec.Listed list) {
    ObjectNode node = CanonicalJson.object().put("kind", "list");
    if (list.column() != null) {
      node.put("column", list.column());
    }
    if (list.root() != null) {
      node.put("root", list.root().asDirectory().toString());
    }
    return node;
  }

  private static ObjectNode grouping(GroupingSpec grouping) {
    ObjectNode node = CanonicalJson.object();
    switch (grouping) {
      case GroupingSpec.Families() -> node.put("group", "families");
      case GroupingSpec.Headers() -> node.put("group", "headers");
      case GroupingSpec.Single() -> node.put("group", "single");
      case GroupingSpec.Bids() -> node.put("group", "bids");
      case GroupingSpec.Folder() -> node.put("group", "folder");
      case GroupingSpec.Series() -> node.put("group", "series");
      case GroupingSpec.Pattern pattern -> {
        node.put("group", "pattern").put("pattern", pattern.pattern().toString());
        texts(node, "first", pattern.first());
      }
    }
    return node;
  }

  private static void labelling(ObjectNode node, LabellingSpec labelling) {
    ColumnSources sources = labelling.sources();
    texts(node, "pattern", sources.patterns().stream().map(Object::toString).toList());
    texts(node, "sidecars", sources.sidecars());
    ArrayNode tables = node.putArray("tables");
    for (TableSpec table : sources.tables()) {
      ObjectNode each =
          tables
              .addObject()
              .put("file", table.location().toString())
              .put("key", table.key())
              .put("on", table.on());
      texts(each, "columns", table.columns());
    }
    ObjectNode bins = node.putObject("bins");
    for (BinSpec each : sources.bins()) {
      if (each.edges().isEmpty()) {
        bins.put(each.column(), each.count());
      } else {
        ArrayNode edges = bins.putArray(each.column());
        each.edges().forEach(edge -> edges.add(edge.stripTrailingZeros()));
      }
    }
    node.put("label", labelling.label());
    texts(node, "further-labels", labelling.furtherLabels());
    node.put("subject", labelling.subject());
    ObjectNode renamed = node.putObject("rename-labels");
    new TreeMap<>(labelling.rules().renamed()).forEach(renamed::put);
    texts(node, "exclude-labels", new TreeSet<>(labelling.rules().excluded()));
    node.put("unmatched", name(labelling.unmatched())).put("missing", name(labelling.missing()));
  }

  private static ObjectNode duplicates(DuplicateSpec duplicates) {
    return CanonicalJson.object()
        .put("bytes", duplicates.bytes())
        .put("content", duplicates.content())
        .put("label-conflicts", name(duplicates.conflicts()));
  }

  private static ObjectNode split(SplitSpec split) {
    ObjectNode node = CanonicalJson.object().put("seed", split.seed());
    ArrayNode targets = node.putArray("splits");
    for (SplitTarget target : split.targets()) {
      ObjectNode each =
          targets
              .addObject()
              .put("split", target.split().name())
              .put("share", target.share().stripTrailingZeros())
              .put("minimum-per-class", target.minimumPerClass());
      if (target.cap() != SplitTarget.NO_CAP) {
        each.put("cap", target.cap());
      }
    }
    texts(node, "group-by", split.groupBy());
    texts(node, "stratify-by", split.stratifyBy());
    split.foldColumn().ifPresent(column -> node.put("folds-by", column));
    if (!split.fixed().isEmpty()) {
      ArrayNode rules = node.putArray("fixed");
      split.fixed().forEach(rule -> rules.add(fixed(rule)));
    }
    return node;
  }

  private static ObjectNode fixed(FixedRule rule) {
    ObjectNode node = CanonicalJson.object().put("split", rule.split().name());
    switch (rule) {
      case FixedRule.ByList list -> node.put("list", list.list().toString()).put("on", list.on());
      case FixedRule.ByColumn column -> {
        node.put("column", column.column());
        texts(node, "values", column.values());
      }
    }
    return node;
  }

  private static ObjectNode checks(CheckSpec checks) {
    ObjectNode node =
        CanonicalJson.object()
            .put("headers", name(checks.headers()))
            .put("sample-size", checks.sampleSize());
    ObjectNode severities = node.putObject("severities");
    checks.severities().forEach((check, severity) -> severities.put(check, severity.fileName()));
    texts(node, "ignore", new TreeSet<>(checks.ignored()));
    return node;
  }

  private static ObjectNode parts(PartSpec parts) {
    return CanonicalJson.object()
        .put("target-bytes", parts.targetBytes())
        .put("instances", parts.instances())
        .put("per-instance", parts.partsPerInstance())
        .put("balance", name(parts.balance()));
  }

  private static void texts(ObjectNode node, String key, Collection<String> values) {
    values.forEach(node.putArray(key)::add);
  }

  private static String name(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
