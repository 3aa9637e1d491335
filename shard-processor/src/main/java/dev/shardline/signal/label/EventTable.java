package dev.shardline.signal.label;

import dev.shardline.failure.MalformedDataException;
import dev.shardline.failure.Reason;
import dev.shardline.signal.Annotation;
import dev.shardline.signal.format.ByteSource;
import dev.shardline.signal.format.raw.StoredText;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.DuplicateHeaderMode;

/// A table of events with a header row, as BIDS `_events.tsv`: the columns `onset` and `duration`
/// in seconds, and a column that says what happened. Commas or tabs separate the cells, whichever
/// the header row has. A duration that is empty or `n/a`, or a table without that column, gives
/// instants; a row whose text is empty or `n/a` is no event.
public final class EventTable {
  private static final int MOST_EVENTS = 2_000_000;
  private static final String ONSET = "onset";
  private static final String DURATION = "duration";
  private static final String MISSING = "n/a";
  private static final String BYTE_ORDER_MARK = "\ufeff";

  private final String textColumn;

  /// @param textColumn the column that annotations have their text from: `trial_type`
  public EventTable(String textColumn) {
    this.textColumn = textColumn;
  }

  /// The events of a table, in its order.
  ///
  /// @throws MalformedDataException if it lacks a column, or a number is none
  public List<Annotation> read(ByteSource source) throws MalformedDataException, IOException {
    byte[] bytes = StoredText.bytesOf(source, "events");
    String stored = StoredText.decode(bytes, 0, bytes.length);
    String text = stored.startsWith(BYTE_ORDER_MARK) ? stored.substring(1) : stored;
    String header = text.lines().findFirst().orElse("");
    CSVFormat format =
        (header.indexOf('\t') >= 0 ? CSVFormat.TDF : CSVFormat.DEFAULT)
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setTrim(true)
            .setDuplicateHeaderMode(DuplicateHeaderMode.DISALLOW)
            .setQuote(header.indexOf('\t') >= 0 ? null : '"')
            .get();
    try (CSVParser rows = format.parse(new StringReader(text))) {
      return events(rows);
    } catch (UncheckedIOException | IllegalArgumentException broken) {
      throw new MalformedDataException(
          Reason.MALFORMED, "events", "a table with a header row", broken.toString());
    }
  }

  private List<Annotation> events(CSVParser rows) throws MalformedDataException {
    for (String column : List.of(ONSET, textColumn)) {
      if (!rows.getHeaderNames().contains(column)) {
        throw new MalformedDataException(
            Reason.MALFORMED, "events", 0, "a column " + column, rows.getHeaderNames().toString());
      }
    }
    boolean withDuration = rows.getHeaderNames().contains(DURATION);
    List<Annotation> events = new ArrayList<>();
    for (CSVRecord row : rows) {
      if (events.size() == MOST_EVENTS) {
        throw new MalformedDataException(
            Reason.TOO_LARGE, "events", "at most " + MOST_EVENTS + " rows", "more");
      }
      String text = cell(row, textColumn);
      if (!isMissing(text)) {
        double duration = withDuration ? number(row, DURATION, 0) : 0;
        events.add(event(row, number(row, ONSET, Double.NaN), duration, text));
      }
    }
    return List.copyOf(events);
  }

  private static Annotation event(CSVRecord row, double onset, double duration, String text)
      throws MalformedDataException {
    if (!Double.isFinite(onset) || !Double.isFinite(duration) || duration < 0) {
      throw new MalformedDataException(
          Reason.MALFORMED,
          "events, row " + row.getRecordNumber(),
          row.getCharacterPosition(),
          "a finite onset and a duration of 0 or more, in seconds",
          onset + " and " + duration);
    }
    return new Annotation(onset, duration, text);
  }

  private static String cell(CSVRecord row, String column) {
    return row.isSet(column) ? row.get(column) : "";
  }

  private static boolean isMissing(String cell) {
    return cell.isEmpty() || cell.equalsIgnoreCase(MISSING);
  }

  private static double number(CSVRecord row, String column, double ifMissing)
      throws MalformedDataException {
    String cell = cell(row, column);
    if (isMissing(cell)) {
      return ifMissing;
    }
    try {
      return Double.parseDouble(cell);
    } catch (NumberFormatException none) {
      throw new MalformedDataException(
          Reason.MALFORMED,
          "events, row %d, column %s".formatted(row.getRecordNumber(), column),
          row.getCharacterPosition(),
          "a number of seconds",
          "\"" + cell + "\"");
    }
  }
}
