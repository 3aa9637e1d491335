package dev.shardline.labelling;

import dev.shardline.column.TextDictionary;
import dev.shardline.failure.UsageException;
import dev.shardline.grouping.SampleTable;
import dev.shardline.manifest.Finding;
import dev.shardline.manifest.LabelEncoding;
import dev.shardline.manifest.Severity;
import dev.shardline.storage.StoreProvider;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;

/// Finds out what is known of samples, and which of them stay.
public final class Labeller {
  private static final int EXAMPLES = 3;

  private final LabellingSpec spec;
  private final StoreProvider stores;
  private final LabelEncoding previous;
  private final List<Finding> findings = new ArrayList<>();

  /// @param previous the encoding that this one continues
  public Labeller(LabellingSpec spec, StoreProvider stores, LabelEncoding previous) {
    this.spec = spec;
    this.stores = stores;
    this.previous = previous;
  }

  /// Labels the samples.
  ///
  /// @param given columns known already
  /// @throws UsageException if patterns or tables do not fit, or nothing stays
  public Labelled label(SampleTable samples, Columns given) {
    BitSet dropped = new BitSet(samples.size());
    Columns columns = fromPatterns(samples, given, dropped);
    for (TableSpec table : spec.tables()) {
      columns = fromTable(table, samples, columns, dropped);
    }
    return encode(samples, columns, dropped);
  }

  private Columns fromPatterns(SampleTable samples, Columns given, BitSet dropped) {
    if (spec.patterns().isEmpty()) {
      return given;
    }
    PatternColumns.Read read = new PatternColumns(spec.patterns()).read(samples);
    if (read.unmatched().length == samples.size()) {
      throw new UsageException(
          "The pattern %s matches none of the %d keys:%s"
              .formatted(patternText(), samples.size(), explain(samples, read.unmatched())));
    }
    handle(
        spec.unmatched(),
        "unmatched-key",
        samples,
        read.unmatched(),
        "%d of %d keys do not match the pattern %s"
            .formatted(read.unmatched().length, samples.size(), patternText()),
        "exclude them with dataset.exclude, mend the pattern, or set dataset.unmatched: drop",
        dropped);
    return given.with(read.columns());
  }

  private String patternText() {
    return spec.patterns().size() == 1
        ? "\"" + spec.patterns().getFirst() + "\""
        : spec.patterns().toString();
  }

  private String explain(SampleTable samples, int[] unmatched) {
    StringBuilder text = new StringBuilder();
    Arrays.stream(unmatched)
        .limit(EXAMPLES)
        .mapToObj(sample -> samples.objects().relativeKey(samples.idRow(sample)))
        .forEach(key -> text.append("\n  ").append(spec.patterns().getFirst().explain(key)));
    return text.append("\nThe pattern must match the whole key below the source").toString();
  }

  private Columns fromTable(
      TableSpec tableSpec, SampleTable samples, Columns columns, BitSet dropped) {
    MetadataTable table = MetadataTable.read(tableSpec, stores);
    if (table.conflictCount() > 0) {
      throw new UsageException(
          "The table %s has rows that contradict each other for %d keys of \"%s\", such as %s"
              .formatted(
                  tableSpec.location(),
                  table.conflictCount(),
                  tableSpec.key(),
                  table.conflictExamples()));
    }
    TableColumns.Read read = new TableColumns(tableSpec, table).read(samples, columns);
    if (read.missing().length == samples.size()) {
      throw new UsageException(
          "No row of the table %s belongs to a sample: its \"%s\" holds for example %s, the samples' %s for example \"%s\""
              .formatted(
                  tableSpec.location(),
                  tableSpec.key(),
                  firstKeys(table),
                  tableSpec.on(),
                  samples.id(0)));
    }
    handle(
        spec.missing(),
        "missing-row",
        samples,
        read.missing(),
        "%d of %d samples have no row in the table %s"
            .formatted(read.missing().length, samples.size(), tableSpec.location()),
        "add the rows, or set dataset.missing: drop",
        dropped);
    if (read.unusedRows() > 0) {
      findings.add(
          new Finding(
              "unused-row",
              Severity.NOTE,
              "%d rows of the table %s belong to no sample"
                  .formatted(read.unusedRows(), tableSpec.location()),
              read.unusedRows(),
              List.of()));
    }
    return columns.with(read.columns());
  }

  private static List<String> firstKeys(MetadataTable table) {
    return IntStream.range(0, Math.min(EXAMPLES, table.size())).mapToObj(table::key).toList();
  }

  private void handle(
      MissingPolicy policy,
      String check,
      SampleTable samples,
      int[] concerned,
      String what,
      String remedy,
      BitSet dropped) {
    if (concerned.length == 0) {
      return;
    }
    List<String> examples = Arrays.stream(concerned).limit(EXAMPLES).mapToObj(samples::id).toList();
    switch (policy) {
      case FAIL -> throw new UsageException("%s, such as %s; %s".formatted(what, examples, remedy));
      case DROP -> {
        Arrays.stream(concerned).forEach(dropped::set);
        findings.add(
            new Finding(
                check, Severity.WARNING, what + "; they are left out", concerned.length, examples));
      }
    }
  }

  private Labelled encode(SampleTable samples, Columns columns, BitSet dropped) {
    int[] classes = new int[samples.size()];
    LabelEncoding encoding =
        columns
            .find(spec.label())
            .map(column -> encode(samples, column, classes, dropped))
            .orElseGet(() -> previous.with(new TreeSet<>(List.of(LabelEncoding.UNLABELLED))));
    int[] kept =
        IntStream.range(0, samples.size()).filter(sample -> !dropped.get(sample)).toArray();
    if (kept.length == 0) {
      throw new UsageException(
          "No sample is left: all %d were left out by the rules for labels, patterns and tables"
              .formatted(samples.size()));
    }
    Labelled all = new Labelled(samples, columns, encoding, classes, findings);
    return kept.length == samples.size() ? all : all.select(kept, findings);
  }

  private LabelEncoding encode(
      SampleTable samples, SampleColumn column, int[] classes, BitSet dropped) {
    int[] unlabelled =
        IntStream.range(0, samples.size())
            .filter(sample -> !dropped.get(sample) && !column.isPresent(sample))
            .toArray();
    handle(
        spec.missing(),
        "missing-label",
        samples,
        unlabelled,
        "%d of %d samples have no label".formatted(unlabelled.length, samples.size()),
        "label them, exclude them, or set dataset.missing: drop",
        dropped);
    LabelCodes codes = LabelCodes.of(column, spec.rules(), dropped, previous);
    int excluded = 0;
    for (int sample = 0; sample < classes.length; sample++) {
      int code = column.code(sample);
      classes[sample] = code == TextDictionary.ABSENT ? 0 : codes.index(code);
      if (classes[sample] == LabelCodes.EXCLUDED) {
        classes[sample] = 0;
        excluded++;
        dropped.set(sample);
      }
    }
    if (excluded > 0) {
      findings.add(
          new Finding(
              "excluded-label",
              Severity.NOTE,
              "%d samples have labels that are excluded: %s"
                  .formatted(excluded, new TreeSet<>(spec.rules().excluded())),
              excluded,
              List.of()));
    }
    return codes.encoding();
  }
}
