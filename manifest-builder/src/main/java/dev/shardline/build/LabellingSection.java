package dev.shardline.build;

import dev.shardline.config.Section;
import dev.shardline.labelling.LabelRules;
import dev.shardline.labelling.LabellingSpec;
import dev.shardline.labelling.MissingPolicy;
import dev.shardline.labelling.TableSpec;
import dev.shardline.listing.KeyPattern;
import dev.shardline.storage.ObjectLocation;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Reads what `dataset` says of labels, subjects and tables.
final class LabellingSection {
  private LabellingSection() {}

  static LabellingSpec read(Section dataset) {
    return new LabellingSpec(
        Attempt.each(dataset, "pattern", KeyPattern::parse),
        tables(dataset),
        dataset.text("label").orElse(LabellingSpec.DEFAULT_LABEL),
        dataset.text("subject").orElse(LabellingSpec.DEFAULT_SUBJECT),
        rules(dataset),
        dataset.choice("unmatched", MissingPolicy.class).orElse(MissingPolicy.FAIL),
        dataset.choice("missing", MissingPolicy.class).orElse(MissingPolicy.FAIL));
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
    return tables;
  }

  private static LabelRules rules(Section dataset) {
    Section rename = dataset.sectionOrEmpty("rename-labels");
    Map<String, String> renamed = new TreeMap<>();
    rename.keys().forEach(from -> rename.text(from).ifPresent(to -> renamed.put(from, to)));
    return new LabelRules(renamed, new LinkedHashSet<>(dataset.texts("exclude-labels")));
  }
}
