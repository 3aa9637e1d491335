package dev.shardline.labelling;

import dev.shardline.failure.UsageException;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The columns of a data set's samples, by name, in the order in which they were found.
///
/// @param byName never changed
public record Columns(Map<String, SampleColumn> byName) {
  /// No column.
  public static final Columns NONE = new Columns(Map.of());

  public Columns {
    byName = Collections.unmodifiableMap(new LinkedHashMap<>(byName));
  }

  public Optional<SampleColumn> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /// The column with this name.
  ///
  /// @param purpose where the configuration asks for it, for the message
  /// @throws UsageException if there is none
  public SampleColumn require(String name, String purpose) {
    return find(name)
        .orElseThrow(() ->
            new UsageException(
                "%s names the column \"%s\", which does not exist; there are %s"
                    .formatted(purpose, name, byName.keySet())));
  }

  /// These columns and others behind them; one with a known name takes its place.
  public Columns with(Collection<SampleColumn> others) {
    Map<String, SampleColumn> all = new LinkedHashMap<>(byName);
    others.forEach(column -> all.put(column.name(), column));
    return new Columns(all);
  }

  public List<String> names() {
    return List.copyOf(byName.keySet());
  }

  /// The columns of these samples, in this order.
  public Columns select(int[] samples) {
    Map<String, SampleColumn> selected = new LinkedHashMap<>();
    byName.forEach((name, column) -> selected.put(name, column.select(samples)));
    return new Columns(selected);
  }
}
