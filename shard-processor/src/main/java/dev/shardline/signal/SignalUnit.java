package dev.shardline.signal;

import dev.shardline.signal.KnownUnits.Scale;
import java.util.Optional;
import java.util.OptionalDouble;

/// The unit of a signal channel's values: a symbol, and where the symbol is known (volts,
/// acceleration, conductance), how it converts.
///
/// Spellings are unified on creation: `uV`, `microvolt` and both Unicode micro signs become `µV`.
/// An unknown symbol is kept as it is and converts only to itself; the empty symbol means that the
/// source states no unit.
///
/// @param symbol the unified symbol
public record SignalUnit(String symbol) {
  /// The source states no unit.
  public static final SignalUnit NONE = new SignalUnit("");

  public static final SignalUnit VOLT = new SignalUnit("V");
  public static final SignalUnit MILLIVOLT = new SignalUnit("mV");
  public static final SignalUnit MICROVOLT = new SignalUnit("µV");

  public SignalUnit {
    symbol = KnownUnits.unifiedSymbol(symbol);
  }

  /// Whether the source stated a unit.
  public boolean isStated() {
    return !symbol.isEmpty();
  }

  /// Whether it converts into other units.
  public boolean isKnown() {
    return KnownUnits.scale(symbol).isPresent();
  }

  /// By how much a value in this unit is multiplied to be in `target`, or empty if one does not
  /// convert into the other. The double nearest to the true factor where that is a power of ten:
  /// 1e-3 for µV → mV.
  public OptionalDouble factorTo(SignalUnit target) {
    if (equals(target)) {
      return OptionalDouble.of(1);
    }
    Optional<Scale> from = KnownUnits.scale(symbol);
    Optional<Scale> to = KnownUnits.scale(target.symbol);
    if (from.isEmpty() || to.isEmpty() || from.get().quantity() != to.get().quantity()) {
      return OptionalDouble.empty();
    }
    return OptionalDouble.of(from.get().factorTo(to.get()));
  }

  @Override
  public String toString() {
    return isStated() ? symbol : "(no unit)";
  }
}
