package dev.shardline.quality;

import dev.shardline.column.CodeColumn;
import dev.shardline.labelling.Labelled;
import dev.shardline.labelling.LabellingSpec;
import dev.shardline.labelling.SampleColumn;
import dev.shardline.probe.FactName;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Looks for columns, folders and header facts that tell the label: a model may learn the site, the
/// scanner or the image's size instead of the disease.
final class ConfoundingCheck {
  private static final double STRONG = 0.5;
  private static final int MOST_VALUES = 100;
  private static final int FEWEST_SAMPLES = 30;

  /// Of more samples than this, every so-manieth one's folders are looked at.
  private static final int MOST_FOLDERS = 20_000;

  private final Labelled labelled;
  private final LabellingSpec labelling;
  private final Set<String> left;
  private final Reports reports;
  private final int classes;

  /// @param left columns that may tell the label: the label itself, further labels, the subject
  ConfoundingCheck(Labelled labelled, LabellingSpec labelling, Set<String> left, Reports reports) {
    this.labelled = labelled;
    this.labelling = labelling;
    this.left = Set.copyOf(left);
    this.reports = reports;
    this.classes = labelled.encoding().names().size();
  }

  void run(HeaderFacts facts) {
    for (SampleColumn column : labelled.columns().byName().values()) {
      if (!left.contains(column.name())) {
        check(column, labelled.classes(), "the column \"%s\"".formatted(column.name()));
      }
    }
    checkFolders();
    CodeColumn classesOfRead =
        labelled.classes().select(IntStream.range(0, facts.size()).map(facts::sample).toArray());
    for (FactName fact : FactName.values()) {
      if (fact.kind() == FactName.Kind.TEXT || isSmallNumber(fact)) {
        facts
            .column(fact)
            .ifPresent(c -> check(c, classesOfRead, "the headers' %s".formatted(c.name())));
      }
    }
  }

  private void checkFolders() {
    int size = labelled.samples().size();
    int step = Math.ceilDiv(size, MOST_FOLDERS);
    int[] chosen =
        IntStream.iterate(0, sample -> sample < size, sample -> sample + Math.max(1, step))
            .toArray();
    CodeColumn classOf = labelled.classes().select(chosen);
    for (SampleColumn folders :
        FolderColumns.of(
            chosen.length, i -> labelled.samples().id(chosen[i]), i -> spoken(chosen[i]))) {
      check(
          folders,
          classOf,
          "the %s (such as \"%s\")".formatted(folders.name(), folders.values().text(0)));
    }
  }

  private List<String> spoken(int sample) {
    return Stream.of(labelling.label(), labelling.subject())
        .flatMap(name -> labelled.columns().find(name).stream())
        .map(column -> column.text(sample))
        .toList();
  }

  private static boolean isSmallNumber(FactName fact) {
    return fact == FactName.WIDTH || fact == FactName.HEIGHT || fact == FactName.SIGNAL_CHANNELS;
  }

  private void check(SampleColumn column, CodeColumn classOf, String name) {
    int values = column.values().size();
    if (values < 2 || values > MOST_VALUES || column.size() < FEWEST_SAMPLES) {
      return;
    }
    double strength = CramersV.of(classOf, classes, column.codes(), values);
    if (strength >= STRONG) {
      reports.add(
          QualityCheck.CONFOUNDING,
          column.size(),
          String.format(
              Locale.ROOT,
              "%s goes together with the label (Cramér's V %.2f): a model can learn it instead",
              name,
              strength),
          List.of());
    }
  }
}
