package dev.shardline.split;

import dev.shardline.dataset.Split;
import dev.shardline.storage.ObjectLocation;
import java.util.List;

/// A rule that fixes samples to a split before anything is drawn. What is bound to them (subject,
/// copies) comes along.
public sealed interface FixedRule {
  /// Where the samples belong.
  Split split();

  /// The samples that a text file names, one a line.
  ///
  /// @param on what of a sample its lines hold: its id, file name or stem, or a column's name
  record ByList(Split split, ObjectLocation list, String on) implements FixedRule {}

  /// The samples that have one of some values in a column: a site that is left out.
  record ByColumn(Split split, String column, List<String> values) implements FixedRule {
    public ByColumn {
      values = List.copyOf(values);
    }
  }
}
