package dev.shardline.report;

import dev.shardline.census.SplitCensus;
import dev.shardline.dataset.ClassLabel;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Class balance as one horizontal bar for each split, its classes in proportion: equal balance
/// shows as equal bars.
final class BalanceChart {
  private static final int WIDTH = 720;
  private static final int BAR = 26;
  private static final int ROW = 38;
  private static final int LEFT = 110;

  /// Told apart also by people who do not see all colours, and in print (Okabe and Ito).
  private static final List<String> COLOURS =
      List.of(
          "#0072B2", "#E69F00", "#009E73", "#CC79A7", "#56B4E9", "#D55E00", "#F0E442", "#999999");

  private BalanceChart() {}

  static String colour(int index) {
    return COLOURS.get(index % COLOURS.size());
  }

  /// An `svg` element.
  static String of(List<ClassLabel> classes, Map<String, SplitCensus> splits) {
    StringBuilder svg =
        new StringBuilder(
            "<svg class=\"chart\" viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"Class balance of each split\">"
                .formatted(WIDTH, ROW * splits.size()));
    int row = 0;
    for (Map.Entry<String, SplitCensus> split : splits.entrySet()) {
      bar(svg, row++ * ROW, split.getKey(), classes, split.getValue());
    }
    return svg.append("</svg>").toString();
  }

  private static void bar(
      StringBuilder svg, int top, String split, List<ClassLabel> classes, SplitCensus census) {
    long total = census.written().values().stream().mapToLong(Long::longValue).sum();
    svg.append(
        "<text x=\"%d\" y=\"%d\" class=\"axis\">%s</text>"
            .formatted(LEFT - 10, top + BAR - 8, Html.text(split)));
    double x = LEFT;
    for (ClassLabel label : classes) {
      long count = census.written(label);
      double width = total == 0 ? 0 : (double) (WIDTH - LEFT) * count / total;
      svg.append(
          String.format(
              Locale.ROOT,
              "<rect x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"%d\" fill=\"%s\"><title>%s: %d"
                  + " (%.1f %%)</title></rect>",
              x,
              top,
              width,
              BAR,
              colour(label.index()),
              Html.text(label.name()),
              count,
              total == 0 ? 0.0 : 100.0 * count / total));
      if (width > 34) {
        svg.append(
            String.format(
                Locale.ROOT,
                "<text x=\"%.1f\" y=\"%d\" class=\"in\">%d</text>",
                x + width / 2,
                top + BAR - 8,
                count));
      }
      x += width;
    }
  }
}
