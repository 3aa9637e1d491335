package dev.shardline.recipe.signal;

import dev.shardline.signal.Traces;
import dev.shardline.signal.filter.SecondOrderSections;
import dev.shardline.signal.filter.SectionFilter;
import dev.shardline.signal.lanes.LaneSectionFilter;

/// Runs traces through second-order sections: float32 traces sixteen at a time with the state in
/// double, float64 traces one by one.
///
/// @param sections the design
/// @param phase which way
record SectionedFilter(SecondOrderSections sections, Phase phase) {
  /// Whether a filter may look ahead.
  enum Phase {
    /// Forward and backward: no delay, the response squared.
    ZERO,
    /// Forward only, from rest.
    CAUSAL
  }

  /// @throws IllegalArgumentException if the signals are too short to be extended at their ends
  Traces apply(Traces traces) {
    return traces.bytesPerValue() == Float.BYTES
        ? filteredInLanes(traces)
        : traces.mapRows(this::filtered);
  }

  private Traces filteredInLanes(Traces traces) {
    LaneSectionFilter filter = new LaneSectionFilter(sections);
    return switch (phase) {
      case ZERO -> filter.zeroPhase(traces);
      case CAUSAL -> filter.causal(traces);
    };
  }

  private double[] filtered(double[] signal) {
    SectionFilter filter = new SectionFilter(sections);
    return switch (phase) {
      case ZERO -> filter.zeroPhase(signal);
      case CAUSAL -> filter.causal(signal);
    };
  }
}
