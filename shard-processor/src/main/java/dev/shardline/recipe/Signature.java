package dev.shardline.recipe;

import dev.shardline.data.DataKind;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/// Which kinds of data a step takes, what it gives for each, and whether it may give more than one
/// item for one. A recipe is checked on these before anything is read.
///
/// @param gives the kind given for each kind taken
/// @param multiplicity how many items it may give for one
public record Signature(Map<DataKind, DataKind> gives, Multiplicity multiplicity) {
  /// How many items a step may give for one.
  public enum Multiplicity {
    /// None (dropped) or one.
    ONE,
    /// Any number: windows of a recording, slices of a volume.
    MANY
  }

  public Signature {
    if (gives.isEmpty()) {
      throw new IllegalArgumentException("A step takes at least one kind of data");
    }
    gives = Collections.unmodifiableMap(new EnumMap<>(gives));
  }

  /// A step that takes one kind and gives one kind.
  public static Signature of(DataKind takes, DataKind gives) {
    return new Signature(Map.of(takes, gives), Multiplicity.ONE);
  }

  /// A step that gives the kind it takes.
  public static Signature keeping(DataKind... kinds) {
    Map<DataKind, DataKind> gives = new EnumMap<>(DataKind.class);
    for (DataKind kind : kinds) {
      gives.put(kind, kind);
    }
    return new Signature(gives, Multiplicity.ONE);
  }

  /// The same, for a step that may give many items for one.
  public Signature emittingMany() {
    return new Signature(gives, Multiplicity.MANY);
  }
}
