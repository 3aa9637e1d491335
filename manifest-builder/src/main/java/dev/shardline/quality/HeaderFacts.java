package dev.shardline.quality;

import dev.shardline.labelling.SampleColumn;
import dev.shardline.probe.FactName;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/// What the headers of some samples say. Owns its arrays; not to be changed.
public final class HeaderFacts {
  private final int[] samples;
  private final int[] unreadable;
  private final Map<FactName, SampleColumn> columns;

  /// @param samples whose headers were read, rising
  /// @param unreadable whose headers could not be read, rising
  /// @param columns by fact; the i-th value is that of the i-th sample that was read
  HeaderFacts(int[] samples, int[] unreadable, Map<FactName, SampleColumn> columns) {
    this.samples = samples;
    this.unreadable = unreadable;
    EnumMap<FactName, SampleColumn> sorted = new EnumMap<>(FactName.class);
    sorted.putAll(columns);
    this.columns = Collections.unmodifiableMap(sorted);
  }

  /// How many headers were read.
  public int size() {
    return samples.length;
  }

  /// The sample whose header was the `index`-th to be read.
  public int sample(int index) {
    return samples[index];
  }

  int[] samples() {
    return samples.clone();
  }

  int[] unreadable() {
    return unreadable.clone();
  }

  /// A fact of all samples that were read; empty where no header gives it.
  public Optional<SampleColumn> column(FactName fact) {
    return Optional.ofNullable(columns.get(fact));
  }
}
