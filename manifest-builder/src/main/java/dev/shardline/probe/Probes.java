package dev.shardline.probe;

import java.util.List;
import java.util.Optional;

/// The probes that the wiring offers, in the order in which they are asked.
///
/// @param all in that order
public record Probes(List<ContentProbe> all) {
  /// Knows no format.
  public static final Probes NONE = new Probes(List.of());

  public Probes {
    all = List.copyOf(all);
  }

  /// The probe for samples whose first object has this id.
  public Optional<ContentProbe> forId(String id) {
    String fileName = id.substring(id.lastIndexOf('/') + 1);
    return all.stream().filter(probe -> probe.reads(fileName)).findFirst();
  }
}
