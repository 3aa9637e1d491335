package dev.shardline.inspect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/// Facts as aligned lines of text: `name value`; numbers of more than six digits are rounded to
/// six, lists of objects become tables.
public final class FactLines {
  private static final MathContext SIX_DIGITS = new MathContext(6);
  private static final String GAP = "  ";

  private FactLines() {}

  /// The lines, without line ends.
  public static List<String> of(ObjectNode facts) {
    List<String> lines = new ArrayList<>();
    int width =
        facts.properties().stream()
            .filter(fact -> !isTable(fact.getValue()))
            .mapToInt(fact -> title(fact.getKey()).length())
            .max()
            .orElse(0);
    for (Map.Entry<String, JsonNode> fact : facts.properties()) {
      if (isTable(fact.getValue())) {
        lines.add("");
        lines.add(title(fact.getKey()) + ":");
        lines.addAll(table(fact.getValue()));
      } else {
        lines.add(padded(title(fact.getKey()), width) + GAP + text(fact.getValue()));
      }
    }
    return lines;
  }

  private static String title(String name) {
    return name.replace('-', ' ');
  }

  private static boolean isTable(JsonNode value) {
    return value.isArray() && !value.isEmpty() && value.get(0).isObject();
  }

  private static String text(JsonNode value) {
    if (value.isObject()) {
      return value.properties().stream()
          .map(entry -> entry.getKey() + " " + text(entry.getValue()))
          .collect(Collectors.joining(", "));
    }
    if (value.isArray()) {
      return StreamSupport.stream(value.spliterator(), false)
          .map(FactLines::text)
          .collect(Collectors.joining(value.isEmpty() || !value.get(0).isArray() ? " " : "; "));
    }
    return value.isFloatingPointNumber() ? rounded(value.decimalValue()) : value.asText();
  }

  private static String rounded(BigDecimal number) {
    BigDecimal six = number.round(SIX_DIGITS).stripTrailingZeros();
    boolean plain = six.signum() == 0 || Math.abs(six.precision() - six.scale()) <= 7;
    return plain ? six.toPlainString() : six.toString();
  }

  private static List<String> table(JsonNode rows) {
    Set<String> columns = new LinkedHashSet<>();
    rows.forEach(row -> row.fieldNames().forEachRemaining(columns::add));
    List<List<String>> cells = new ArrayList<>();
    cells.add(columns.stream().map(FactLines::title).toList());
    rows.forEach(row -> cells.add(columns.stream().map(name -> text(row.path(name))).toList()));
    List<String> lines = new ArrayList<>();
    for (List<String> row : cells) {
      StringBuilder line = new StringBuilder();
      for (int column = 0; column < row.size(); column++) {
        int at = column;
        int width = cells.stream().mapToInt(other -> other.get(at).length()).max().orElse(0);
        line.append(GAP).append(padded(row.get(column), width));
      }
      lines.add(line.toString().stripTrailing());
    }
    return lines;
  }

  private static String padded(String text, int width) {
    return text + " ".repeat(width - text.length());
  }
}
