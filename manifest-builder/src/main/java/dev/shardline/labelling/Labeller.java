package dev.shardline.labelling;

import dev.shardline.column.CodeColumn;
import dev.shardline.column.TextDictionary;
import dev.shardline.failure.UsageException;
import dev.shardline.grouping.SampleTable;
import dev.shardline.manifest.Finding;
import dev.shardline.manifest.LabelEncoding;
import dev.shardline.manifest.Severity;
import dev.shardline.storage.StoreProvider;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;

/// Finds out what is known of samples, and which of them stay.
public final class Labeller {
  private final LabellingSpec spec;
  private final StoreProvider stores;
  private final LabelEncoding previous;

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
    Omissions omissions = new Omissions(samples);
    Columns columns = new ColumnReader(spec, stores, samples, omissions).read(given);
    int[] classes = new int[samples.size()];
    LabelEncoding encoding =
        columns
            .find(spec.label())
            .map(column -> encode(column, classes, omissions))
            .orElseGet(() -> previous.with(new TreeSet<>(List.of(LabelEncoding.UNLABELLED))));
    for (String further : spec.furtherLabels()) {
      requireLabel(columns.require(further, "dataset.further-labels"), omissions);
    }
    int[] kept = omissions.kept();
    if (kept.length == 0) {
      throw new UsageException(
          "No sample is left: all %d were left out by the rules for labels, patterns and tables"
              .formatted(samples.size()));
    }
    Labelled all =
        new Labelled(samples, columns, encoding, CodeColumn.of(classes), omissions.findings());
    return kept.length == samples.size() ? all : all.select(kept, omissions.findings());
  }

  private void requireLabel(SampleColumn column, Omissions omissions) {
    int[] unlabelled =
        IntStream.range(0, column.size())
            .filter(sample -> !omissions.isDropped(sample) && !column.isPresent(sample))
            .toArray();
    String what = column.name().equals(LabellingSpec.DEFAULT_LABEL) ? "label" : column.name();
    omissions.handle(
        spec.missing(),
        "missing-label",
        unlabelled,
        "%d of %d samples have no %s".formatted(unlabelled.length, column.size(), what),
        "label them, exclude them, or set dataset.missing: drop");
  }

  private LabelEncoding encode(SampleColumn column, int[] classes, Omissions omissions) {
    requireLabel(column, omissions);
    LabelCodes codes = LabelCodes.of(column, spec.rules(), omissions.dropped(), previous);
    int excluded = 0;
    for (int sample = 0; sample < classes.length; sample++) {
      int code = column.code(sample);
      classes[sample] = code == TextDictionary.ABSENT ? 0 : codes.index(code);
      if (classes[sample] == LabelCodes.EXCLUDED) {
        classes[sample] = 0;
        excluded++;
        omissions.drop(sample);
      }
    }
    if (excluded > 0) {
      omissions.note(
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
