package dev.shardline.labelling;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What is made of the labels that were found.
///
/// @param renamed the label that takes another's place: `yes` for `1`
/// @param excluded labels, after renaming, whose samples are left out
public record LabelRules(Map<String, String> renamed, Set<String> excluded) {
  /// Labels stay as they are.
  public static final LabelRules NONE = new LabelRules(Map.of(), Set.of());

  public LabelRules {
    renamed = Map.copyOf(renamed);
    excluded = Set.copyOf(excluded);
  }

  /// The label to use; empty if its samples are left out.
  public Optional<String> apply(String found) {
    String label = renamed.getOrDefault(found, found);
    return excluded.contains(label) ? Optional.empty() : Optional.of(label);
  }
}
