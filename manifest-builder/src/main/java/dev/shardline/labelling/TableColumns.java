package dev.shardline.labelling;

import dev.shardline.column.TextDictionary;
import dev.shardline.grouping.SampleTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/// Reads columns of samples from a metadata table.
public final class TableColumns {
  /// What a table calls "not there".
  private static final List<String> NOT_AVAILABLE = List.of("", "n/a", "N/A", "NA", "NaN");

  private final TableSpec spec;
  private final MetadataTable table;

  public TableColumns(TableSpec spec, MetadataTable table) {
    this.spec = spec;
    this.table = table;
  }

  /// What was read.
  ///
  /// @param columns one a column of the table that is taken
  /// @param missing the samples that the table has no row for, rising
  /// @param unusedRows how many rows no sample asked for
  public record Read(List<SampleColumn> columns, int[] missing, int unusedRows) {}

  /// Joins the table to the samples.
  ///
  /// @param known the columns known so far
  public Read read(SampleTable samples, Columns known) {
    int[] rows = rows(samples, known);
    List<SampleColumn> columns = new ArrayList<>();
    for (int i = 0; i < table.columns().size(); i++) {
      columns.add(column(i, rows));
    }
    boolean[] used = new boolean[table.size()];
    Arrays.stream(rows).filter(row -> row >= 0).forEach(row -> used[row] = true);
    int unused = 0;
    for (boolean each : used) {
      unused += each ? 0 : 1;
    }
    int[] missing = IntStream.range(0, rows.length).filter(s -> rows[s] < 0).toArray();
    return new Read(List.copyOf(columns), missing, unused);
  }

  private int[] rows(SampleTable samples, Columns known) {
    IntFunction<String> lookedUp =
        SampleText.of(spec.on(), samples, known, "The table " + spec.location());
    int[] rows = new int[samples.size()];
    Arrays.parallelSetAll(rows, sample -> table.find(lookedUp.apply(sample)));
    return rows;
  }

  private SampleColumn column(int column, int[] rows) {
    TextDictionary values = new TextDictionary();
    int[] codeOfRow = new int[table.size()];
    for (int row = 0; row < codeOfRow.length; row++) {
      String value = table.value(row, column).strip();
      codeOfRow[row] = NOT_AVAILABLE.contains(value) ? TextDictionary.ABSENT : values.add(value);
    }
    int[] codes = new int[rows.length];
    for (int sample = 0; sample < rows.length; sample++) {
      codes[sample] = rows[sample] < 0 ? TextDictionary.ABSENT : codeOfRow[rows[sample]];
    }
    return new SampleColumn(table.columns().get(column), values, codes);
  }
}
