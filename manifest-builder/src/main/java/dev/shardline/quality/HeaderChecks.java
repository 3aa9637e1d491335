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
      if (fact.kind() == FactName.Kind.NUMBER && !isImageSize(fact)) {
        facts.column(fact).ifPresent(column -> outliers(fact, column));
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

  /// How many bytes an image takes follows from its width and height.
  private boolean isImageSize(FactName fact) {
    return fact == FactName.DECODED_BYTES && facts.column(FactName.WIDTH).isPresent();
  }

  private void outliers(FactName fact, SampleColumn column) {
    int[] given = IntStream.range(0, column.size()).filter(column::isPresent).toArray();
    Outliers outliers =
        Outliers.of(
            IntStream.of(given).mapToDouble(i -> Double.parseDouble(column.text(i))).toArray());
    int[] far = IntStream.of(outliers.places()).map(i -> given[i]).toArray();
    if (far.length > 0) {
      reports.of(
          QualityCheck.HEADER_OUTLIER,
          IntStream.of(far).map(facts::sample).toArray(),
          "%,d of %,d headers have %s far from the usual %s: %s in the first one"
              .formatted(
                  far.length, given.length, term(fact), outliers.usual(), column.text(far[0])));
    }
  }

  private static String term(FactName fact) {
    return switch (fact) {
      case WIDTH -> "an image width (in pixels)";
      case HEIGHT -> "an image height (in pixels)";
      case SIGNAL_CHANNELS -> "a number of signal channels";
      case DURATION_SECONDS -> "a recording's length (in seconds)";
      case DECODED_BYTES -> "a decoded size (in bytes)";
      case FORMAT,
          MODE,
          SHAPE,
          SPACING_MM,
          ORIENTATION,
          ELEMENT_TYPE,
          GEOMETRY_MISSING,
          GEOMETRY_CONFLICT,
          SAMPLING_RATE_HZ,
          UNITS,
          SCANNER,
          FIELD_STRENGTH_TESLA,
          SITE,
          SUBJECT,
          PERSONAL_DATA,
          BURNED_IN_ANNOTATION,
          MODALITY ->
          fact.fileName();
    };
  }

  private int[] where(IntPredicate condition) {
    return IntStream.range(0, facts.size()).filter(condition).map(facts::sample).toArray();
  }
}
