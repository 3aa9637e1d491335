package dev.shardline.cli.build;

import dev.shardline.build.Forecast;
import java.util.Locale;

/// What processing will need, in a sentence for people.
final class ForecastText {
  private static final double MEBI = 1 << 20;
  private static final int MINUTE = 60;

  private ForecastText() {}

  /// @param memory how many bytes samples take of a worker for each core; 0 where nothing says
  /// @param instances how many instances will work
  /// @param rate bytes a second that one instance is taken to get through
  static String of(Forecast forecast, long memory, int instances, long rate) {
    return String.format(
        Locale.ROOT,
        "forecast: %,d shards of parts of %s to %s; largest sample %s%s; %s with %d instance%s at"
            + " %s a second each",
        forecast.shards(),
        amount(forecast.smallestPart()),
        amount(forecast.largestPart()),
        amount(forecast.largest().bytes()),
        memory(forecast.largest().decodedBytes(), memory),
        duration(forecast.seconds(instances, rate)),
        instances,
        instances == 1 ? "" : "s",
        amount(rate));
  }

  private static String memory(long decoded, long memory) {
    String largest = decoded == 0 ? "" : ", %s decoded".formatted(amount(decoded));
    return memory == 0
        ? largest
        : "%s, samples take at most %s of a worker's memory for each core"
            .formatted(largest, amount(memory));
  }

  private static String amount(long bytes) {
    return bytes < 1 << 20
        ? "%,d bytes".formatted(bytes)
        : String.format(Locale.ROOT, "%,.1f MiB", bytes / MEBI);
  }

  private static String duration(double seconds) {
    return seconds < 2 * MINUTE
        ? String.format(Locale.ROOT, "about %.0f s", Math.ceil(seconds))
        : String.format(Locale.ROOT, "about %,.0f min", seconds / MINUTE);
  }
}
