package dev.shardline.pipeline.cost;

import dev.shardline.config.Config;
import dev.shardline.config.Section;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/// Prices and speeds, as the user knows them.
///
/// ```yaml
/// currency: USD
/// instance-hour: {ml.m5.large: 0.115, ml.m5.2xlarge: 0.461}
/// volume-gigabyte-month: 0.14
/// gigabytes-per-hour: {ml.m5.2xlarge: 80}   # what one machine was measured to process
/// ```
///
/// @param instanceHour price of an hour by instance type
/// @param volumeGigabyteMonth price of a gigabyte of volume for 30 days
/// @param gigabytesPerHour input that one machine processes in an hour, by instance type
public record PriceList(
    String currency,
    Map<String, Double> instanceHour,
    double volumeGigabyteMonth,
    Map<String, Double> gigabytesPerHour) {
  public PriceList {
    instanceHour = Collections.unmodifiableMap(new LinkedHashMap<>(instanceHour));
    gigabytesPerHour = Collections.unmodifiableMap(new LinkedHashMap<>(gigabytesPerHour));
  }

  /// @throws dev.shardline.failure.UsageException naming everything that is wrong with the file
  public static PriceList load(Path file) {
    Config config = Config.load(file, List.of());
    Section root = config.root();
    PriceList prices =
        new PriceList(
            root.text("currency").orElse("USD"),
            numbers(root, "instance-hour"),
            root.number("volume-gigabyte-month").orElse(0.0),
            numbers(root, "gigabytes-per-hour"));
    root.finish();
    config.problems().throwIfAny();
    return prices;
  }

  private static Map<String, Double> numbers(Section root, String key) {
    Map<String, Double> numbers = new LinkedHashMap<>();
    Section section = root.sectionOrEmpty(key);
    for (String name : section.keys()) {
      section
          .number(name)
          .ifPresent(value -> {
            if (value > 0) {
              numbers.put(name, value);
            } else {
              section.problem(name, "expected a number above 0, found " + value);
            }
          });
    }
    return numbers;
  }

  OptionalDouble hourOf(String instanceType) {
    Double price = instanceHour.get(instanceType);
    return price == null ? OptionalDouble.empty() : OptionalDouble.of(price);
  }
}
