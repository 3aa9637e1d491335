package dev.shardline.build;

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
final class SourceSection {
  /// What a source may be.
  enum Kind {
    PREFIX
  }

  /// What may make a sample of objects.
  enum Group {
    FAMILIES,
    SINGLE,
    FOLDER,
    SERIES,
    PATTERN
  }

  private SourceSection() {}

  static List<SourceSpec> sources(Section dataset) {
    KeyFilter filter = filter(dataset);
    List<SourceSpec> sources = new ArrayList<>();
    if (isListOfMappings(dataset)) {
      for (Section source : dataset.sections("source")) {
        Optional<ObjectLocation> location = source.location("location");
        if (location.isEmpty()) {
          source.problem("location", "is missing: where the source is");
        }
        Kind kind = source.choice("kind", Kind.class).orElse(Kind.PREFIX);
        String name = source.text("name").orElse("");
        source.finish();
        location.ifPresent(place ->
            sources.add(
                switch (kind) {
                  case PREFIX -> new SourceSpec.Prefix(name, place, filter);
                }));
      }
    } else {
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

  private static boolean isListOfMappings(Section dataset) {
    var value = dataset.value().path("source");
    return value.isArray() && !value.isEmpty() && value.get(0).isObject();
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

  private static KeyFilter filter(Section dataset) {
    List<Glob> include = Attempt.each(dataset, "include", Glob::parse);
    List<Glob> exclude = new ArrayList<>(Attempt.each(dataset, "exclude", Glob::parse));
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
    Group group = dataset.choice("samples", Group.class).orElse(Group.FAMILIES);
    if (group == Group.PATTERN) {
      dataset.problem("samples", "needs a pattern: {group: pattern, pattern: \"(?<sample>…)\"}");
    }
    return grouping(group, Optional.empty(), List.of());
  }

  private static GroupingSpec grouping(
      Group group, Optional<KeyPattern> pattern, List<String> first) {
    return switch (group) {
      case FAMILIES -> new GroupingSpec.Families();
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
