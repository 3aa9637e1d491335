package dev.shardline.build;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shardline.config.Section;
import dev.shardline.digest.CanonicalJson;
import dev.shardline.duplicates.DuplicateSpec;
import dev.shardline.failure.UsageException;
import dev.shardline.labelling.KeyPattern;
import dev.shardline.labelling.LabelRules;
import dev.shardline.labelling.LabellingSpec;
import dev.shardline.labelling.MissingPolicy;
import dev.shardline.labelling.TableSpec;
import dev.shardline.listing.KeyFilter;
import dev.shardline.listing.SourceSpec;
import dev.shardline.parts.PartSpec;
import dev.shardline.storage.ObjectLocation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Reads the configuration's section `dataset`:
///
/// ```yaml
/// dataset:
///   name: brain-mri
///   source: images/                  # or s3://bucket/prefix/, or a list of them
///   include: ["**/*.jpg"]            # optional, as is exclude
///   pattern: "(?<label>[^/]+)/(?<subject>sub-[0-9]+)_.*"    # or a list
///   tables:                          # optional
///     - {file: labels.csv, key: file, on: file-name, columns: [label, site]}
///   label: label                     # which column is the label, and which the subject
///   subject: subject
///   rename-labels: {tumour: tumor}
///   exclude-labels: [unknown]
///   unmatched: fail                  # or drop: keys that the pattern does not match
///   missing: fail                    # or drop: samples without a row or a label
///   duplicates: {bytes: true, content: true, label-conflicts: drop}
///   split: {train: 0.7, validation: 0.15, test: 0.15}
///   parts: {target-bytes: 268435456, instances: 1, per-instance: 4, balance: bytes}
/// ```
public final class DatasetSection {
  private static final String PATTERN = "pattern";

  private final Section section;

  private DatasetSection(Section section) {
    this.section = section;
  }

  /// Reads `dataset` below `root`.
  ///
  /// @throws UsageException naming everything that is wrong with it
  public static DatasetSpec read(Section root) {
    Section section = root.sectionOrEmpty("dataset");
    DatasetSection reader = new DatasetSection(section);
    String name = section.requiredText("name");
    List<SourceSpec> sources = reader.sources();
    LabellingSpec labelling = reader.labelling();
    DuplicateSpec duplicates = reader.duplicates();
    SplitSection split = SplitSection.read(section.sectionOrEmpty("split"));
    PartSpec parts = reader.parts();
    section.finish();
    section.problems().throwIfAny();
    return new DatasetSpec(
        name, sources, labelling, duplicates, split.spec(), parts, canonical(section));
  }

  /// The section as it was written, overrides laid over it: what `dataset.json` says was asked for.
  private static ObjectNode canonical(Section section) {
    ObjectNode node = CanonicalJson.object();
    new TreeSet<>(section.keys()).forEach(key -> node.set(key, section.value().get(key)));
    return node;
  }

  private List<SourceSpec> sources() {
    List<ObjectLocation> locations = section.locations("source");
    if (locations.isEmpty()) {
      section.problem("source", "is missing; give a folder or a prefix such as s3://bucket/data/");
    }
    KeyFilter filter = filter();
    List<SourceSpec> sources = new ArrayList<>();
    Set<String> names = new TreeSet<>();
    for (ObjectLocation location : locations) {
      String name = locations.size() == 1 ? "" : lastFolder(location);
      if (!names.add(name)) {
        section.problem(
            "source",
            "two sources end in \"%s\", by which their samples' ids begin; give sources that end differently"
                .formatted(name));
      }
      sources.add(new SourceSpec.Prefix(name, location, filter));
    }
    return sources;
  }

  private static String lastFolder(ObjectLocation location) {
    String key = location.key();
    String trimmed = key.endsWith("/") ? key.substring(0, key.length() - 1) : key;
    String folder = trimmed.substring(trimmed.lastIndexOf('/') + 1);
    return folder.isEmpty() ? location.container() : folder;
  }

  private KeyFilter filter() {
    List<String> exclude =
        Stream.concat(KeyFilter.LITTER.stream(), section.texts("exclude").stream()).toList();
    try {
      return KeyFilter.of(section.texts("include"), exclude);
    } catch (UsageException e) {
      section.problem("include", String.valueOf(e.getMessage()));
      return KeyFilter.DEFAULT;
    }
  }

  private LabellingSpec labelling() {
    List<KeyPattern> patterns = new ArrayList<>();
    for (String text : section.texts(PATTERN)) {
      try {
        patterns.add(KeyPattern.parse(text));
      } catch (UsageException e) {
        section.problem(PATTERN, String.valueOf(e.getMessage()));
      }
    }
    return new LabellingSpec(
        patterns,
        section.sections("tables").stream().map(DatasetSection::table).toList(),
        section.text("label").orElse(LabellingSpec.DEFAULT_LABEL),
        section.text("subject").orElse(LabellingSpec.DEFAULT_SUBJECT),
        new LabelRules(renamed(), Set.copyOf(section.texts("exclude-labels"))),
        section.choice("unmatched", MissingPolicy.class).orElse(MissingPolicy.FAIL),
        section.choice("missing", MissingPolicy.class).orElse(MissingPolicy.FAIL));
  }

  private Map<String, String> renamed() {
    Section names = section.sectionOrEmpty("rename-labels");
    Map<String, String> renamed = new LinkedHashMap<>();
    names.keys().forEach(from -> names.text(from).ifPresent(to -> renamed.put(from, to)));
    return renamed;
  }

  private static TableSpec table(Section table) {
    String key = table.requiredText("key");
    TableSpec spec =
        new TableSpec(
            table.location("file").orElseGet(() -> missingFile(table)),
            key,
            table.text("on").orElse(TableSpec.ID),
            table.texts("columns"));
    table.finish();
    return spec;
  }

  private static ObjectLocation missingFile(Section table) {
    table.problem("file", "is missing; give a CSV or TSV file with a header");
    return ObjectLocation.parse("file:///");
  }

  private DuplicateSpec duplicates() {
    Section duplicates = section.sectionOrEmpty("duplicates");
    DuplicateSpec spec =
        new DuplicateSpec(
            duplicates.flag("bytes").orElse(DuplicateSpec.DEFAULT.bytes()),
            duplicates.flag("content").orElse(DuplicateSpec.DEFAULT.content()),
            duplicates
                .choice("label-conflicts", DuplicateSpec.Conflicts.class)
                .orElse(DuplicateSpec.DEFAULT.conflicts()));
    duplicates.finish();
    return spec;
  }

  private PartSpec parts() {
    Section parts = section.sectionOrEmpty("parts");
    PartSpec usual = PartSpec.DEFAULT;
    PartSpec spec =
        new PartSpec(
            parts.integer("target-bytes", 1, Long.MAX_VALUE).orElse(usual.targetBytes()),
            parts.integer("instances", 1, 10_000).orElse((long) usual.instances()).intValue(),
            parts
                .integer("per-instance", 1, 10_000)
                .orElse((long) usual.partsPerInstance())
                .intValue(),
            parts.choice("balance", PartSpec.Balance.class).orElse(usual.balance()));
    parts.finish();
    return spec;
  }
}
