package dev.shardline.labelling;

import dev.shardline.failure.UsageException;
import dev.shardline.grouping.SampleTable;
import dev.shardline.manifest.Finding;
import dev.shardline.manifest.Severity;
import dev.shardline.storage.StoreProvider;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// Reads all columns of samples from their sources.
final class ColumnReader {
  private static final int EXAMPLES = 3;

  private final LabellingSpec spec;
  private final ColumnSources sources;
  private final StoreProvider stores;
  private final SampleTable samples;
  private final Omissions omissions;

  ColumnReader(LabellingSpec spec, StoreProvider stores, SampleTable samples, Omissions omissions) {
    this.spec = spec;
    this.sources = spec.sources();
    this.stores = stores;
    this.samples = samples;
    this.omissions = omissions;
  }

  /// The given columns and those of all sources.
  ///
  /// @throws UsageException if patterns or tables do not fit
  Columns read(Columns given) {
    Columns columns = fromSidecars(fromPatterns(given));
    for (TableSpec table : sources.tables()) {
      columns = fromTable(table, columns);
    }
    for (BinSpec bins : sources.bins()) {
      columns = fromBins(bins, columns);
    }
    return columns;
  }

  private Columns fromPatterns(Columns given) {
    if (sources.patterns().isEmpty()) {
      return given;
    }
    PatternColumns.Read read = new PatternColumns(sources.patterns()).read(samples);
    if (read.unmatched().length == samples.size()) {
      throw new UsageException(
          "The pattern %s matches none of the %d keys:%s"
              .formatted(patternText(), samples.size(), explain(read.unmatched())));
    }
    omissions.handle(
        spec.unmatched(),
        "unmatched-key",
        read.unmatched(),
        "%d of %d keys do not match the pattern %s"
            .formatted(read.unmatched().length, samples.size(), patternText()),
        "exclude them with dataset.exclude, mend the pattern, or set dataset.unmatched: drop");
    return given.with(read.columns());
  }

  private String patternText() {
    return sources.patterns().size() == 1
        ? "\"" + sources.patterns().getFirst() + "\""
        : sources.patterns().toString();
  }

  private String explain(int[] unmatched) {
    StringBuilder text = new StringBuilder();
    Arrays.stream(unmatched)
        .limit(EXAMPLES)
        .mapToObj(sample -> samples.objects().relativeKey(samples.idRow(sample)))
        .forEach(key -> text.append("\n  ").append(sources.patterns().getFirst().explain(key)));
    return text.append("\nThe pattern must match the whole key below the source").toString();
  }

  private Columns fromSidecars(Columns columns) {
    if (sources.sidecars().isEmpty()) {
      return columns;
    }
    SidecarColumns.Read read = new SidecarColumns(sources.sidecars(), stores).read(samples);
    if (read.unreadable().length > 0) {
      omissions.report(
          "unreadable-sidecar",
          Severity.WARNING,
          read.unreadable(),
          "%d samples have a JSON file that cannot be read; nothing is taken from it"
              .formatted(read.unreadable().length));
    }
    return columns.with(read.columns());
  }

  private Columns fromTable(TableSpec tableSpec, Columns columns) {
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
    omissions.handle(
        spec.missing(),
        "missing-row",
        read.missing(),
        "%d of %d samples have no row in the table %s"
            .formatted(read.missing().length, samples.size(), tableSpec.location()),
        "add the rows, or set dataset.missing: drop");
    if (read.unusedRows() > 0) {
      omissions.note(
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

  private Columns fromBins(BinSpec bins, Columns columns) {
    BinnedColumn.Result binned =
        new BinnedColumn(bins, columns.require(bins.column(), "dataset.bins")).read();
    if (binned.unreadable().length > 0) {
      omissions.report(
          "not-a-number",
          Severity.WARNING,
          binned.unreadable(),
          "%d samples have no number in the column \"%s\" and are in none of its bins"
              .formatted(binned.unreadable().length, bins.column()));
    }
    return columns.with(List.of(binned.column()));
  }
}
