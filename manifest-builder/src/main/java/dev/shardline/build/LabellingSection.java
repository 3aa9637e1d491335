package dev.shardline.build;

import dev.shardline.config.Section;
import dev.shardline.labelling.BinSpec;
import dev.shardline.labelling.ColumnSources;
import dev.shardline.labelling.LabelRules;
import dev.shardline.labelling.LabellingSpec;
import dev.shardline.labelling.MissingPolicy;
import dev.shardline.labelling.TableSpec;
import dev.shardline.listing.KeyPattern;
import dev.shardline.storage.ObjectLocation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Reads what `dataset` says of labels, subjects and tables.
final class LabellingSection {
  private static final int MOST_BINS = 1000;

  /// A file's name in a BIDS data set (BIDS 1.10, "Entities").
  private static final String BIDS_NAME =
      "(?<subject>sub-[^/_]+)/(?:(?<session>ses-[^/_]+)/)?(?<datatype>[^/]+)/sub-[^/_]+"
          + "(?:_ses-[^/_]+)?(?:_task-(?<task>[^/_]+))?(?:_(?!run-)[a-z]+-[^/_]+)*"
          + "(?:_run-(?<run>[^/_]+))?(?:_[a-z]+-[^/_]+)*_(?<suffix>[^/_.]+)[.][^/]+";

  private LabellingSection() {}

  static LabellingSpec read(Section dataset) {
    ColumnSources sources =
        new ColumnSources(
            patterns(dataset), dataset.texts("sidecars"), tables(dataset), bins(dataset));
    return new LabellingSpec(
        sources,
        dataset.text("label").orElse(LabellingSpec.DEFAULT_LABEL),
        dataset.texts("further-labels"),
        dataset.text("subject").orElse(LabellingSpec.DEFAULT_SUBJECT),
        rules(dataset),
        dataset.choice("unmatched", MissingPolicy.class).orElse(MissingPolicy.FAIL),
        dataset.choice("missing", MissingPolicy.class).orElse(MissingPolicy.FAIL));
  }

  private static List<KeyPattern> patterns(Section dataset) {
    return SourceSection.bids(dataset).isPresent() && !dataset.has("pattern")
        ? List.of(KeyPattern.parse(BIDS_NAME))
        : Attempt.each(dataset, "pattern", KeyPattern::parse);
  }

  private static List<TableSpec> tables(Section dataset) {
    List<TableSpec> tables = new ArrayList<>();
    for (Section table : dataset.sections("tables")) {
      Optional<ObjectLocation> file = table.location("file");
      if (file.isEmpty()) {
        table.problem("file", "is missing: the table's location");
      }
      String key = table.requiredText("key");
      String on = table.text("on").orElse(TableSpec.ID);
      List<String> columns = table.texts("columns");
      table.finish();
      file.ifPresent(location -> tables.add(new TableSpec(location, key, on, columns)));
    }
    Optional<ObjectLocation> bids = SourceSection.bids(dataset);
    if (bids.isPresent() && !dataset.has("tables")) {
      ObjectLocation participants = bids.get().resolve("participants.tsv");
      tables.add(
          new TableSpec(participants, "participant_id", LabellingSpec.DEFAULT_SUBJECT, List.of()));
    }
    return tables;
  }

  private static List<BinSpec> bins(Section dataset) {
    Section section = dataset.sectionOrEmpty("bins");
    List<BinSpec> bins = new ArrayList<>();
    for (String column : section.keys()) {
      if (section.value().path(column).isArray()) {
        List<BigDecimal> edges = Attempt.each(section, column, BigDecimal::new);
        Attempt.at(section, column, () -> new BinSpec(column, 0, edges)).ifPresent(bins::add);
      } else {
        section
            .integer(column, 2, MOST_BINS)
            .ifPresent(count -> bins.add(new BinSpec(column, count.intValue(), List.of())));
      }
    }
    return bins;
  }

  private static LabelRules rules(Section dataset) {
    Section rename = dataset.sectionOrEmpty("rename-labels");
    Map<String, String> renamed = new TreeMap<>();
    rename.keys().forEach(from -> rename.text(from).ifPresent(to -> renamed.put(from, to)));
    return new LabelRules(renamed, new LinkedHashSet<>(dataset.texts("exclude-labels")));
  }
}
