package dev.shardline.signal.format.table;

import dev.shardline.failure.MalformedDataException;
import dev.shardline.failure.Reason;
import dev.shardline.signal.RecordingHeader;
import dev.shardline.signal.RecordingReader;
import dev.shardline.signal.SamplingRate;
import dev.shardline.signal.SignalChannel;
import dev.shardline.signal.SignalType;
import dev.shardline.signal.SignalUnit;
import dev.shardline.signal.format.ByteSource;
import dev.shardline.signal.format.ReadOptions;
import dev.shardline.signal.format.RecordingFacts;
import dev.shardline.signal.format.RecordingFormat;
import dev.shardline.signal.format.SampleFiles;
import dev.shardline.signal.format.TrackFacts;
import dev.shardline.signal.format.TrackSelection;
import dev.shardline.signal.format.raw.CalibratedReader;
import dev.shardline.signal.format.raw.CalibratedReader.AnnotationSource;
import dev.shardline.signal.format.raw.GainOffset;
import dev.shardline.signal.format.raw.TextLine;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Tables of numbers as text: `.tsv`, `.csv` and `.txt`, also gzipped; BIDS's `_physio.tsv.gz` and
/// `_stim.tsv.gz`.
///
/// The cells are separated by tabs, semicolons, commas or blanks, whichever the first row has;
/// between semicolons numbers may have a decimal comma. The first row names the columns if any of
/// its cells is no number; a name may end in a unit: `ecg [mV]`, or if it is a known one `ecg
/// (mV)`. A BIDS JSON file gives names, rate and units instead. Empty cells, `n/a`, `NA` and `NaN`
/// are NaN. Columns that are no signals, or not numbers at all, are left out by the channel filter.
///
/// Opening reads the file once to count its rows.
public final class TableFormat implements RecordingFormat {
  private static final Pattern NAME = Pattern.compile(".*\\.(tsv|csv|txt)(\\.gz)?");
  private static final Pattern LABEL_WITH_UNIT =
      Pattern.compile("(?<label>.+?)\\s*(\\[(?<unit>[^\\]]*)\\]|\\((?<known>[^)]*)\\))");
  private static final int MOST_COLUMNS = 10_000;

  private final TableOptions options;

  public TableFormat(TableOptions options) {
    this.options = options;
  }

  @Override
  public String name() {
    return "table";
  }

  @Override
  public boolean recognises(String fileName, byte[] head) {
    return NAME.matcher(fileName.toLowerCase(Locale.ROOT)).matches();
  }

  @Override
  public RecordingFacts facts(SampleFiles files, String name)
      throws MalformedDataException, IOException {
    ByteSource source = files.require(name, "sample");
    TableLayout layout = layout(files, name, source);
    return new RecordingFacts("table", tracks(layout, TableSignal.count(source, layout)), null);
  }

  private static List<TrackFacts> tracks(TableLayout layout, long rows) {
    return layout.columns().stream()
        .map(column -> new TrackFacts(column, layout.rate(), rows))
        .toList();
  }

  @Override
  public RecordingReader open(SampleFiles files, String name, ReadOptions readOptions)
      throws MalformedDataException, IOException {
    ByteSource source = files.require(name, "sample");
    TableLayout layout = layout(files, name, source);
    long rows = TableSignal.count(source, layout);
    TrackSelection selection = TrackSelection.of(tracks(layout, rows), readOptions, track -> 0);
    return new CalibratedReader(
        new RecordingHeader(selection.channels(), selection.rate(), rows, null),
        new TableSignal(source, layout, selection.tracks()),
        Collections.nCopies(selection.channels().size(), GainOffset.IDENTITY),
        AnnotationSource.NONE);
  }

  private TableLayout layout(SampleFiles files, String name, ByteSource source)
      throws MalformedDataException, IOException {
    boolean gzipped = name.toLowerCase(Locale.ROOT).endsWith(".gz");
    BidsSidecar sidecar = BidsSidecar.find(files, name);
    TextLine first = firstRow(source, gzipped);
    Delimiter delimiter = Delimiter.of(first.text());
    List<String> cells = delimiter.split(first.text());
    if (cells.size() > MOST_COLUMNS) {
      throw new MalformedDataException(
          Reason.MALFORMED, "columns", 0, "at most " + MOST_COLUMNS, "" + cells.size());
    }
    Optional<List<String>> named = sidecar.columns();
    boolean headerRow =
        named.isEmpty() && cells.stream().anyMatch(cell -> delimiter.number(cell).isEmpty());
    if (named.isPresent() && named.get().size() != cells.size()) {
      throw new MalformedDataException(
          Reason.MALFORMED,
          "Columns",
          first.offset(),
          "a name for each of %d columns".formatted(cells.size()),
          named.get().size() + " names");
    }
    List<SignalChannel> columns = new ArrayList<>();
    for (int i = 0; i < cells.size(); i++) {
      columns.add(
          named.isPresent()
              ? column(named.get().get(i), sidecar.unit(named.get().get(i)))
              : column(headerRow ? cells.get(i) : "", i));
    }
    return new TableLayout(columns, rate(sidecar), delimiter, headerRow, gzipped);
  }

  private static TextLine firstRow(ByteSource source, boolean gzipped)
      throws MalformedDataException, IOException {
    try (TextRows rows = new TextRows(source, gzipped)) {
      Optional<TextLine> first = rows.next();
      if (first.isEmpty()) {
        throw new MalformedDataException(Reason.EMPTY, "rows", 0, "at least one", "none");
      }
      return first.get();
    }
  }

  private SignalChannel column(String header, int index) {
    if (header.isBlank()) {
      return column("column " + (index + 1), SignalUnit.NONE);
    }
    Matcher withUnit = LABEL_WITH_UNIT.matcher(header);
    if (!withUnit.matches()) {
      return column(header, SignalUnit.NONE);
    }
    String inBrackets = withUnit.group("unit");
    SignalUnit unit = new SignalUnit(inBrackets == null ? withUnit.group("known") : inBrackets);
    return inBrackets != null || unit.isKnown()
        ? column(withUnit.group("label"), unit)
        : column(header, SignalUnit.NONE);
  }

  private SignalChannel column(String label, SignalUnit unit) {
    return new SignalChannel(
        label, unit.isStated() ? unit : options.unit(), SignalType.ofLabel(label));
  }

  private SamplingRate rate(BidsSidecar sidecar) throws MalformedDataException {
    Optional<Double> frequency = sidecar.samplingFrequency();
    if (frequency.isPresent()) {
      return new SamplingRate(frequency.get());
    }
    return options
        .rate()
        .orElseThrow(() ->
            new MalformedDataException(
                Reason.MALFORMED,
                "sampling rate",
                "a JSON file with SamplingFrequency, or a rate in the options",
                sidecar.isEmpty() ? "no JSON file" : "one without it"));
  }
}
