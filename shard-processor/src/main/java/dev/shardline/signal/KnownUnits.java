package dev.shardline.signal;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The units this project converts between, and the spellings the formats use for them.
final class KnownUnits {
  private static final Map<String, String> SPELLINGS =
      Map.ofEntries(
          Map.entry("v", "V"),
          Map.entry("volt", "V"),
          Map.entry("volts", "V"),
          Map.entry("millivolt", "mV"),
          Map.entry("millivolts", "mV"),
          Map.entry("uv", "µV"),
          Map.entry("microvolt", "µV"),
          Map.entry("microvolts", "µV"),
          Map.entry("nanovolt", "nV"),
          Map.entry("nanovolts", "nV"),
          Map.entry("us", "µS"),
          Map.entry("microsiemens", "µS"),
          Map.entry("degc", "°C"),
          Map.entry("deg_c", "°C"),
          Map.entry("celsius", "°C"),
          Map.entry("m/s^2", "m/s²"),
          Map.entry("m/s2", "m/s²"),
          Map.entry("meter_per_second_squared", "m/s²"),
          Map.entry("percent", "%"),
          Map.entry("n/a", ""));

  private static final Map<String, Scale> SCALES =
      Map.ofEntries(
          Map.entry("V", new Scale(Quantity.VOLTAGE, 1, 1)),
          Map.entry("mV", new Scale(Quantity.VOLTAGE, 1, 1e3)),
          Map.entry("µV", new Scale(Quantity.VOLTAGE, 1, 1e6)),
          Map.entry("nV", new Scale(Quantity.VOLTAGE, 1, 1e9)),
          Map.entry("g", new Scale(Quantity.ACCELERATION, 9.80665, 1)),
          Map.entry("mg", new Scale(Quantity.ACCELERATION, 9.80665, 1e3)),
          Map.entry("m/s²", new Scale(Quantity.ACCELERATION, 1, 1)),
          Map.entry("S", new Scale(Quantity.CONDUCTANCE, 1, 1)),
          Map.entry("µS", new Scale(Quantity.CONDUCTANCE, 1, 1e6)));

  private KnownUnits() {}

  static String unifiedSymbol(String symbol) {
    String micro = symbol.strip().replace('\u03bc', '\u00b5');
    if (SCALES.containsKey(micro)) {
      return micro;
    }
    return SPELLINGS.getOrDefault(micro.toLowerCase(Locale.ROOT).replace('\u00b5', 'u'), micro);
  }

  static Optional<Scale> scale(String symbol) {
    return Optional.ofNullable(SCALES.get(symbol));
  }

  enum Quantity {
    VOLTAGE,
    ACCELERATION,
    CONDUCTANCE
  }

  /// One unit is `base / perBase` of the quantity's base unit; two numbers, so that powers of ten
  /// stay exact.
  record Scale(Quantity quantity, double base, double perBase) {
    double factorTo(Scale target) {
      double bases = base == target.base ? 1 : base / target.base;
      return target.perBase >= perBase
          ? bases * (target.perBase / perBase)
          : bases / (perBase / target.perBase);
    }
  }
}
