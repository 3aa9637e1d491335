package dev.shardline.build;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shardline.config.Section;
import dev.shardline.grouping.GroupingSpec;
import dev.shardline.listing.Glob;
import dev.shardline.listing.KeyFilter;
import dev.shardline.listing.KeyPattern;
import dev.shardline.listing.SourceSpec;
import dev.shardline.storage.ObjectLocation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads what `dataset` says of sources and of how objects form samples.
///
/// ```yaml
/// source: s3://bucket/images/
/// source: {kind: bids, location: ds000117/}
/// source: {kind: manifest, location: train.manifest}
/// source: {kind: list, location: files.csv, column: uri, root: s3://bucket/images/}
/// source: {kind: inventory, location: s3://logs/…/manifest.json, prefix: images/}
/// source: [{name: a, location: s3://bucket/a/}, {name: b, location: b/}]
/// ```
final class SourceSection {
  /// What a source may be.
  enum Kind {
    PREFIX,
    MANIFEST,
    LIST,
    INVENTORY,
    BIDS
  }

  /// What may make a sample of objects.
  enum Group {
    FAMILIES,
    HEADERS,
    BIDS,
    SINGLE,
    FOLDER,
    SERIES,
    PATTERN
  }

  private SourceSection() {}

  static List<SourceSpec> sources(Section dataset) {
    KeyFilter filter = filter(dataset, isBids(dataset));
    List<SourceSpec> sources = new ArrayList<>();
    for (Section source : mappings(dataset)) {
      source(source, filter).ifPresent(sources::add);
    }
    if (mappings(dataset).isEmpty()) {
      List<ObjectLocation> places = dataset.locations("source");
      places.forEach(place ->
          sources.add(
              new SourceSpec.Prefix(places.size() == 1 ? "" : lastFolder(place), place, filter)));
    }
    if (sources.isEmpty()) {
      dataset.problem("source", "is missing: where the objects are, such as s3://bucket/prefix/");
    }
    return named(sources, dataset);
  }

  private static Optional<SourceSpec> source(Section source, KeyFilter filter) {
    Optional<ObjectLocation> location = source.location("location");
    if (location.isEmpty()) {
      source.problem("location", "is missing: where the source is");
    }
    Kind kind = source.choice("kind", Kind.class).orElse(Kind.PREFIX);
    String name = source.text("name").orElse("");
    String column = kind == Kind.LIST ? source.text("column").orElse(null) : null;
    ObjectLocation root = kind == Kind.LIST ? source.location("root").orElse(null) : null;
    String prefix = kind == Kind.INVENTORY ? source.text("prefix").orElse("") : "";
    source.finish();
    return location.map(place ->
        switch (kind) {
          case PREFIX, BIDS -> new SourceSpec.Prefix(name, place, filter);
          case MANIFEST -> new SourceSpec.Manifest(name, place, filter);
          case LIST -> new SourceSpec.Listed(name, place, filter, column, root);
          case INVENTORY -> new SourceSpec.Inventory(name, place, filter, prefix);
        });
  }

  /// The sources that are written as mappings; none where they are written as plain locations.
  private static List<Section> mappings(Section dataset) {
    JsonNode value = dataset.value().path("source");
    if (value.isObject()) {
      return dataset.section("source").map(List::of).orElse(List.of());
    }
    return value.isArray() && !value.isEmpty() && value.get(0).isObject()
        ? dataset.sections("source")
        : List.of();
  }

  /// Where the BIDS data set that is a source lies.
  static Optional<ObjectLocation> bids(Section dataset) {
    return mappings(dataset).stream()
        .filter(source -> source.value().path("kind").asText().equals("bids"))
        .findFirst()
        .flatMap(source -> source.location("location"));
  }

  private static boolean isBids(Section dataset) {
    return bids(dataset).isPresent();
  }

  /// Ids of several sources must differ, so all of them need names.
  private static List<SourceSpec> named(List<SourceSpec> sources, Section dataset) {
    long names = sources.stream().map(SourceSpec::name).distinct().count();
    boolean unnamed = sources.stream().anyMatch(source -> source.name().isEmpty());
    if (sources.size() > 1 && (unnamed || names < sources.size())) {
      dataset.problem(
          "source",
          "several sources need different names, because their samples' ids begin with them; write"
              + " each as {name: a, location: …}");
    }
    return sources;
  }

  private static String lastFolder(ObjectLocation location) {
    String key = location.key();
    String trimmed = key.endsWith("/") ? key.substring(0, key.length() - 1) : key;
    String folder = trimmed.substring(trimmed.lastIndexOf('/') + 1);
    return folder.isEmpty() ? location.container() : folder;
  }

  /// In a BIDS data set the raw recordings, but neither derivatives nor sources, unless patterns
  /// say otherwise.
  private static KeyFilter filter(Section dataset, boolean bids) {
    List<Glob> include = Attempt.each(dataset, "include", Glob::parse);
    List<Glob> exclude = new ArrayList<>(Attempt.each(dataset, "exclude", Glob::parse));
    if (bids && include.isEmpty()) {
      include = List.of(Glob.parse("sub-*/**"), Glob.parse("*_*.json"));
    }
    KeyFilter.LITTER.forEach(litter -> exclude.add(Glob.parse(litter)));
    return new KeyFilter(include, exclude);
  }

  static GroupingSpec grouping(Section dataset) {
    if (dataset.value().path("samples").isObject()) {
      Section samples = dataset.sectionOrEmpty("samples");
      Group group = samples.choice("group", Group.class).orElse(Group.FAMILIES);
      Optional<KeyPattern> pattern =
          samples.text("pattern").flatMap(text -> pattern(samples, text));
      List<String> first = samples.texts("first");
      samples.finish();
      if (group == Group.PATTERN && pattern.isEmpty()) {
        samples.problem("pattern", "is missing: a pattern with the group (?<sample>…)");
      }
      return grouping(group, pattern, first);
    }
    Group group =
        dataset
            .choice("samples", Group.class)
            .orElse(isBids(dataset) ? Group.BIDS : Group.FAMILIES);
    if (group == Group.PATTERN) {
      dataset.problem("samples", "needs a pattern: {group: pattern, pattern: \"(?<sample>…)\"}");
    }
    return grouping(group, Optional.empty(), List.of());
  }

  private static GroupingSpec grouping(
      Group group, Optional<KeyPattern> pattern, List<String> first) {
    return switch (group) {
      case BIDS -> new GroupingSpec.Bids();
      case FAMILIES -> new GroupingSpec.Families();
      case HEADERS -> new GroupingSpec.Headers();
      case SINGLE -> new GroupingSpec.Single();
      case FOLDER -> new GroupingSpec.Folder();
      case SERIES -> new GroupingSpec.Series();
      case PATTERN ->
          pattern
              .<GroupingSpec>map(found -> new GroupingSpec.Pattern(found, first))
              .orElseGet(GroupingSpec.Families::new);
    };
  }

  private static Optional<KeyPattern> pattern(Section samples, String text) {
    return Attempt.at(
        samples,
        "pattern",
        () -> {
          KeyPattern pattern = KeyPattern.parse(text);
          if (!pattern.groups().contains(GroupingSpec.Pattern.GROUP)) {
            throw new IllegalArgumentException("names no group (?<sample>…)");
          }
          return pattern;
        });
  }
}
