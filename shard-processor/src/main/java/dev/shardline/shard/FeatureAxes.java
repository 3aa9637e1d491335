package dev.shardline.shard;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shardline.data.ElementType;
import dev.shardline.data.Tensor;
import dev.shardline.failure.MalformedDataException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// What the rows and columns of a record's tensor are, from the facts that the recipe's steps
/// recorded.
///
/// @param channels of the rows
/// @param units of the rows' signals
/// @param columns with their units: `alpha [µV²]`, `10.25 Hz [µV²/Hz]`
/// @param isSingle whether values are float32
record FeatureAxes(
    List<String> channels, List<String> units, List<String> columns, boolean isSingle) {
  FeatureAxes {
    channels = List.copyOf(channels);
    units = List.copyOf(units);
    columns = List.copyOf(columns);
  }

  /// @throws MalformedDataException if the record is no table of features
  static FeatureAxes of(ShardRecord record) throws MalformedDataException {
    ObjectNode facts = record.facts();
    int[] shape = record.data().shape();
    ElementType type = record.data().type();
    boolean floating = type == ElementType.FLOAT32 || type == ElementType.FLOAT64;
    if (shape.length != 2 || !floating || !record.companions().isEmpty()) {
      throw CsvFormat.noTable(record.data() + " with companions " + record.companions().keySet());
    }
    List<String> columns = columns(facts, shape[1]);
    List<String> channels = texts(facts.path("signal-channels"));
    List<String> units = texts(facts.path("units"));
    if (columns.size() != shape[1]
        || channels.size() != shape[0]
        || units.size() != channels.size()) {
      throw CsvFormat.noTable(
          "%s of %d signal channels and %d features"
              .formatted(record.data(), channels.size(), columns.size()));
    }
    return new FeatureAxes(channels, units, columns, type == ElementType.FLOAT32);
  }

  private static List<String> columns(ObjectNode facts, int count) {
    if (facts.has("frequency-from-hz")) {
      BigDecimal from = facts.get("frequency-from-hz").decimalValue();
      BigDecimal step = facts.path("frequency-step-hz").decimalValue();
      String unit = texts(facts.path("power-units")).stream().findFirst().orElse("");
      return IntStream.range(0, count)
          .mapToObj(bin -> from.add(step.multiply(BigDecimal.valueOf(bin))))
          .map(frequency -> frequency.stripTrailingZeros().toPlainString() + " Hz")
          .map(name -> withUnit(name, unit))
          .toList();
    }
    List<String> names = texts(facts.path("features"));
    List<String> units = texts(facts.path("feature-units"));
    return IntStream.range(0, Math.min(names.size(), units.size()))
        .mapToObj(i -> withUnit(names.get(i), units.get(i)))
        .toList();
  }

  private static String withUnit(String name, String unit) {
    return unit.isEmpty() || unit.equals("1") ? name : name + " [" + unit + "]";
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(text -> texts.add(text.asText()));
    return texts;
  }

  /// The tensor's values in C order.
  double[] values(Tensor tensor) {
    ByteBuffer bytes = ByteBuffer.wrap(tensor.bytes()).order(ByteOrder.LITTLE_ENDIAN);
    double[] values = new double[channels.size() * columns.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = isSingle ? bytes.getFloat() : bytes.getDouble();
    }
    return values;
  }
}
