package dev.shardline.quality;

import dev.shardline.column.TextDictionary;
import dev.shardline.labelling.SampleColumn;
import dev.shardline.probe.FactName;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/// What headers say that a recipe will stumble over: facts that differ from sample to sample,
/// missing or contradicting geometry, personal data, numbers far from all others.
final class HeaderChecks {
  private static final Map<FactName, QualityCheck> UNIFORM =
      new EnumMap<>(
          Map.of(
              FactName.FORMAT, QualityCheck.MIXED_FORMAT,
              FactName.MODE, QualityCheck.MIXED_MODE,
              FactName.SHAPE, QualityCheck.MIXED_SHAPE,
              FactName.SPACING_MM, QualityCheck.MIXED_SPACING,
              FactName.ORIENTATION, QualityCheck.MIXED_ORIENTATION,
              FactName.ELEMENT_TYPE, QualityCheck.MIXED_ELEMENT_TYPE,
              FactName.SAMPLING_RATE_HZ, QualityCheck.MIXED_SAMPLING_RATE,
              FactName.UNITS, QualityCheck.MIXED_UNITS,
              FactName.SIGNAL_CHANNELS, QualityCheck.MIXED_SIGNAL_CHANNELS));

  private final HeaderFacts facts;
  private final Reports reports;

  HeaderChecks(HeaderFacts facts, Reports reports) {
    this.facts = facts;
    this.reports = reports;
  }

  void run() {
    reports.of(
        QualityCheck.UNREADABLE_HEADER,
        facts.unreadable(),
        "%,d of %,d headers cannot be read"
            .formatted(facts.unreadable().length, facts.size() + facts.unreadable().length));
    UNIFORM.forEach((fact, check) -> facts.column(fact).ifPresent(c -> uniform(check, c)));
    imageSizes();
    flag(FactName.GEOMETRY_MISSING, QualityCheck.GEOMETRY_MISSING, "say nothing of their geometry");
    flag(
        FactName.GEOMETRY_CONFLICT,
        QualityCheck.GEOMETRY_CONFLICT,
        "have a qform and an sform that place them differently");
    personalData();
    for (FactName fact : FactName.values()) {
      if (fact.kind() == FactName.Kind.NUMBER) {
        facts.column(fact).ifPresent(this::outliers);
      }
    }
  }

  /// All values but the most frequent one are reported.
  private void uniform(QualityCheck check, SampleColumn column) {
    ValueCounts counts = ValueCounts.of(column);
    if (counts.all().size() < 2) {
      return;
    }
    int usual = counts.all().getFirst().code();
    int[] others = where(index -> column.isPresent(index) && column.code(index) != usual);
    reports.of(
        check,
        others,
        "%,d values of %s in %,d headers: %s"
            .formatted(counts.all().size(), column.name(), facts.size(), counts.shown()));
  }

  private void imageSizes() {
    SampleColumn width = facts.column(FactName.WIDTH).orElse(null);
    SampleColumn height = facts.column(FactName.HEIGHT).orElse(null);
    if (width == null || height == null) {
      return;
    }
    TextDictionary texts = new TextDictionary();
    int[] codes =
        IntStream.range(0, facts.size())
            .map(i ->
                width.isPresent(i) && height.isPresent(i)
                    ? texts.add(width.text(i) + "x" + height.text(i))
                    : TextDictionary.ABSENT)
            .toArray();
    uniform(QualityCheck.MIXED_SIZE, new SampleColumn("size", texts, codes));
  }

  private void flag(FactName fact, QualityCheck check, String what) {
    facts
        .column(fact)
        .ifPresent(column -> {
          int[] set = where(index -> column.text(index).equals("true"));
          reports.of(check, set, "%,d of %,d headers %s".formatted(set.length, facts.size(), what));
        });
  }

  private void personalData() {
    facts
        .column(FactName.PERSONAL_DATA)
        .ifPresent(column -> {
          int[] having = where(index -> !column.text(index).isEmpty());
          reports.of(
              QualityCheck.PERSONAL_DATA,
              having,
              "%,d of %,d headers hold personal data, in the fields %s"
                  .formatted(having.length, facts.size(), ValueCounts.of(column).shown()));
        });
  }

  private void outliers(SampleColumn column) {
    int[] given = IntStream.range(0, column.size()).filter(column::isPresent).toArray();
    Outliers outliers =
        Outliers.of(
            IntStream.of(given).mapToDouble(i -> Double.parseDouble(column.text(i))).toArray());
    int[] far = IntStream.of(outliers.places()).map(i -> facts.sample(given[i])).toArray();
    reports.of(
        QualityCheck.HEADER_OUTLIER,
        far,
        "%,d headers have a %s far from the usual %s"
            .formatted(far.length, column.name(), outliers.usual()));
  }

  private int[] where(IntPredicate condition) {
    return IntStream.range(0, facts.size()).filter(condition).map(facts::sample).toArray();
  }
}
