package dev.shardline.probe;

import java.util.List;
import java.util.Optional;

/// The probes that the wiring offers, in the order in which they are asked.
///
/// @param all in that order
/// @param anyName whether what no probe knows by its name is given to one that knows series
public record Probes(List<ContentProbe> all, boolean anyName) {
  /// Knows no format.
  public static final Probes NONE = new Probes(List.of());

  public Probes {
    all = List.copyOf(all);
  }

  /// Probes that are chosen by names alone.
  public Probes(List<ContentProbe> all) {
    this(all, false);
  }

  /// The same for data sets whose samples are series.
  public Probes ofSeries() {
    return new Probes(all, true);
  }

  /// The probe for samples whose first object has this id.
  public Optional<ContentProbe> forId(String id) {
    String fileName = id.substring(id.lastIndexOf('/') + 1);
    return all.stream()
        .filter(probe -> probe.reads(fileName))
        .findFirst()
        .or(() -> all.stream().filter(probe -> anyName && probe.knowsSeries()).findFirst());
  }
}
