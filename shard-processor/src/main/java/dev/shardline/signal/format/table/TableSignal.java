package dev.shardline.signal.format.table;

import dev.shardline.failure.MalformedDataException;
import dev.shardline.failure.Reason;
import dev.shardline.signal.format.ByteSource;
import dev.shardline.signal.format.raw.RawSignal;
import dev.shardline.signal.format.raw.RawSink;
import dev.shardline.signal.format.raw.TextLine;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// Reads a table's numbers: forwards as far as asked, from the start again when asked for what has
/// passed. Memory is that of one stretch of rows.
final class TableSignal implements RawSignal {
  private static final int STRETCH = 1024;

  private final ByteSource source;
  private final TableLayout layout;
  private final List<Integer> tracks;
  private final double[][] numbers;
  private Optional<TextRows> rows = Optional.empty();
  private long nextRow;

  /// @param tracks which column each row of the sink is
  TableSignal(ByteSource source, TableLayout layout, List<Integer> tracks) {
    this.source = source;
    this.layout = layout;
    this.tracks = List.copyOf(tracks);
    this.numbers = new double[tracks.size()][STRETCH];
  }

  /// Counts the rows of numbers, by reading them all without looking into them.
  static long count(ByteSource source, TableLayout layout)
      throws MalformedDataException, IOException {
    long count = layout.headerRow() ? -1 : 0;
    try (TextRows all = new TextRows(source, layout.gzipped())) {
      while (all.next().isPresent()) {
        count++;
      }
    }
    return Math.max(0, count);
  }

  @Override
  public void read(long start, long stop, RawSink sink) throws MalformedDataException, IOException {
    if (rows.isEmpty() || start < nextRow) {
      restart();
    }
    while (nextRow < start) {
      requireRow();
      nextRow++;
    }
    while (nextRow < stop) {
      int at = (int) (nextRow - start);
      int count = (int) Math.min(STRETCH, stop - nextRow);
      for (int i = 0; i < count; i++) {
        parse(requireRow(), i);
        nextRow++;
      }
      for (int row = 0; row < numbers.length; row++) {
        sink.accept(row, at, numbers[row], count);
      }
    }
  }

  private void restart() throws MalformedDataException, IOException {
    if (rows.isPresent()) {
      rows.get().close();
    }
    rows = Optional.of(new TextRows(source, layout.gzipped()));
    if (layout.headerRow()) {
      requireRow();
    }
    nextRow = 0;
  }

  private TextLine requireRow() throws MalformedDataException, IOException {
    Optional<TextLine> row = rows.orElseThrow().next();
    if (row.isEmpty()) {
      throw new MalformedDataException(
          Reason.CHANGED_OBJECT, "rows", "as many as were counted", "only " + nextRow);
    }
    return row.get();
  }

  private void parse(TextLine row, int index) throws MalformedDataException {
    List<String> cells = layout.delimiter().split(row.text());
    if (cells.size() != layout.columns().size()) {
      throw new MalformedDataException(
          Reason.MALFORMED,
          "row " + nextRow,
          row.offset(),
          layout.columns().size() + " cells",
          cells.size() + " cells");
    }
    for (int i = 0; i < numbers.length; i++) {
      String cell = cells.get(tracks.get(i));
      OptionalDouble number = layout.delimiter().number(cell);
      if (number.isEmpty()) {
        throw new MalformedDataException(
            Reason.MALFORMED,
            "row %d, column '%s'".formatted(nextRow, layout.columns().get(tracks.get(i)).label()),
            row.offset(),
            "a number or n/a",
            "'" + cell.substring(0, Math.min(40, cell.length())) + "'");
      }
      numbers[i][index] = number.getAsDouble();
    }
  }
}
