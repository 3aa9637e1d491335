package dev.shardline.signal.format.onda;

import dev.shardline.signal.SignalUnit;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// What Onda allows as names, and what becomes of names from elsewhere.
public final class OndaNames {
  private static final Pattern NAME = Pattern.compile("[a-z0-9]([a-z0-9_]*[a-z0-9])?");
  private static final Pattern CHANNEL = Pattern.compile("[a-z0-9_.+/()-]+");
  private static final Map<String, String> UNITS =
      Map.ofEntries(
          Map.entry("V", "volt"),
          Map.entry("mV", "millivolt"),
          Map.entry("µV", "microvolt"),
          Map.entry("nV", "nanovolt"),
          Map.entry("g", "g"),
          Map.entry("mg", "milli_g"),
          Map.entry("m/s²", "meter_per_second_squared"),
          Map.entry("S", "siemens"),
          Map.entry("µS", "microsiemens"),
          Map.entry("°C", "degree_celsius"),
          Map.entry("%", "percent"),
          Map.entry("mmHg", "millimeter_of_mercury"),
          Map.entry("", "unknown"));

  private OndaNames() {}

  static void requireName(String field, String name) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "%s must be lower-case letters, digits and underscores between them, was '%s'"
              .formatted(field, name));
    }
  }

  static void requireChannel(String name) {
    boolean bordered = name.startsWith("_") || name.endsWith("_");
    if (!CHANNEL.matcher(name).matches() || bordered || !isBalanced(name)) {
      throw new IllegalArgumentException(
          "A channel name must be lower-case letters, digits, underscores between them, - . + / and"
              + " balanced parentheses, was '"
              + name
              + "'");
    }
  }

  private static boolean isBalanced(String name) {
    int depth = 0;
    for (char character : name.toCharArray()) {
      depth += character == '(' ? 1 : character == ')' ? -1 : 0;
      if (depth < 0) {
        return false;
      }
    }
    return depth == 0;
  }

  /// The channel name nearest to a label: lower case, what is not allowed replaced by an
  /// underscore.
  public static String channel(String label) {
    String name = label.strip().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_.+/()-]+", "_");
    name = isBalanced(name) ? name : name.replaceAll("[()]", "_");
    name = name.replaceAll("^_+|_+$", "");
    return name.isEmpty() ? "channel" : name;
  }

  /// The spelled-out name of a unit: `microvolt`.
  public static String unit(SignalUnit unit) {
    String known = UNITS.get(unit.symbol());
    if (known != null) {
      return known;
    }
    String name = unit.symbol().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_");
    name = name.replaceAll("^_+|_+$", "");
    return name.isEmpty() ? "unknown" : name;
  }

  /// The unit of a spelled-out name; one that is not known is kept as it is.
  public static SignalUnit unit(String name) {
    for (Map.Entry<String, String> entry : UNITS.entrySet()) {
      if (entry.getValue().equals(name)) {
        return new SignalUnit(entry.getKey());
      }
    }
    return new SignalUnit(name);
  }
}
