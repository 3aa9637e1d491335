package dev.shardline.cli.build;

import dev.shardline.build.Forecast;
import java.util.Locale;

/// What processing will need, in a sentence for people.
final class ForecastText {
  private static final double MEBI = 1 << 20;
  private static final int MINUTE = 60;

  private ForecastText() {}

  /// @param memory how many bytes a worker needs for the largest sample; 0 where nothing says
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
        amount(forecast.largestSample()),
        forecast.largestDecoded() == 0
            ? ""
            : ", %s decoded, a worker needs %s of memory for each core"
                .formatted(amount(forecast.largestDecoded()), amount(memory)),
        duration(forecast.seconds(instances, rate)),
        instances,
        instances == 1 ? "" : "s",
        amount(rate));
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
