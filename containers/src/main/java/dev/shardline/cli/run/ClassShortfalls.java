package dev.shardline.cli.run;

import dev.shardline.census.RunCensus;
import dev.shardline.failure.PermanentException;
import dev.shardline.shard.OutputDemands;
import java.util.ArrayList;
import java.util.List;

/// The classes of which too few samples gave records, split by split: what dropping and quarantine
/// took from a split that was balanced when it was drawn.
record ClassShortfalls(List<String> lines) {
  private static final int SHOWN = 10;

  ClassShortfalls {
    lines = List.copyOf(lines);
  }

  static ClassShortfalls of(RunCensus census, OutputDemands demands) {
    List<String> lines = new ArrayList<>();
    census
        .splits()
        .forEach((split, figures) ->
            census.classes().stream()
                .filter(label -> figures.written(label) < demands.minimumPerClass())
                .forEach(label ->
                    lines.add(
                        "split %s, class \"%s\": %,d of %,d samples gave records, output.minimum-per-class asks for %,d"
                            .formatted(
                                split,
                                label.name(),
                                figures.written(label),
                                figures.samples(label),
                                demands.minimumPerClass()))));
    return new ClassShortfalls(lines);
  }

  boolean none() {
    return lines.isEmpty();
  }

  /// @throws PermanentException that names the classes, if there are any
  void refuse() {
    if (none()) {
      return;
    }
    throw new PermanentException(
        "Too few samples are left in %,d places:%n  %s%nThe report says what was dropped and quarantined. Mend that, give more samples, or lower the minimum."
            .formatted(lines.size(), String.join("%n  ".formatted(), told())));
  }

  /// The first of the lines, and how many more there are.
  List<String> told() {
    List<String> told = new ArrayList<>(lines.subList(0, Math.min(SHOWN, lines.size())));
    if (lines.size() > SHOWN) {
      told.add("… and %,d more".formatted(lines.size() - SHOWN));
    }
    return told;
  }
}
