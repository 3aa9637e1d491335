package dev.shardline.signal.format.table;

import dev.shardline.signal.SamplingRate;
import dev.shardline.signal.SignalChannel;
import java.util.List;

/// How the rows of a table are to be read.
///
/// @param columns what each column is
/// @param headerRow whether the first row names the columns
record TableLayout(
    List<SignalChannel> columns,
    SamplingRate rate,
    Delimiter delimiter,
    boolean headerRow,
    boolean gzipped) {
  TableLayout {
    columns = List.copyOf(columns);
  }
}
