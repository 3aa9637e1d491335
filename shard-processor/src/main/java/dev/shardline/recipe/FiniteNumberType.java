package dev.shardline.recipe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shardline.digest.CanonicalJson;
import java.math.BigDecimal;

record FiniteNumberType(double least, double most) implements ParameterType<Double> {
  @Override
  public Double read(JsonNode value) {
    if (value.isNumber()) {
      double number = value.doubleValue();
      if (number >= least && number <= most) {
        return number + 0.0; // -0.0 becomes 0.0, so that equal values have equal forms
      }
    }
    throw new IllegalArgumentException("a number" + range());
  }

  private String range() {
    String from = hasLeast() ? " from " + plain(least) : "";
    return hasMost() ? from + " to " + plain(most) : from;
  }

  @Override
  public JsonNode write(Double value) {
    return DecimalNode.valueOf(decimal(value));
  }

  @Override
  public ObjectNode schema() {
    ObjectNode schema = CanonicalJson.object().put("type", "number");
    if (hasLeast()) {
      schema.put("minimum", decimal(least));
    }
    if (hasMost()) {
      schema.put("maximum", decimal(most));
    }
    return schema;
  }

  private boolean hasLeast() {
    return least > -Double.MAX_VALUE;
  }

  private boolean hasMost() {
    return most < Double.MAX_VALUE;
  }

  private static String plain(double value) {
    return decimal(value).toPlainString();
  }

  private static BigDecimal decimal(double value) {
    BigDecimal shortest = BigDecimal.valueOf(value).stripTrailingZeros();
    return shortest.scale() < 0 ? shortest.setScale(0) : shortest;
  }
}
