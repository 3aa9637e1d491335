package dev.shardline.shard;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shardline.failure.MalformedDataException;
import dev.shardline.failure.Reason;
import dev.shardline.failure.UsageException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.csv.CSVFormat;

/// Comma-separated tables (RFC 4180, UTF-8, LF) of features of signal channels: a row for each
/// record and signal channel. The columns `key`, `sample`, `subject`, `label`, `class_index`,
/// `split`, `window` and `onset-seconds` (empty unless the recipe cut windows), `channel`, `unit`,
/// then a column for each feature, named as `alpha [µV²]`: as this program's own table reader takes
/// names apart. Numbers are the shortest that read back as the same value, `n/a` for none.
///
/// A record's tensor has the axes signal channel, feature; its facts name both, as the steps
/// `band-power`, `spectral-edge`, `waveform-features` and `spectrum-to-tensor` record them.
/// Companions are not held.
public final class CsvFormat implements ShardFormat {
  private static final CSVFormat CSV = CSVFormat.RFC4180;
  private static final List<String> FACTS =
      List.of("sample", "subject", "label", "class_index", "split", "window", "onset-seconds");
  static final String MISSING = "n/a";

  @Override
  public String name() {
    return "csv";
  }

  @Override
  public String suffix() {
    return ".csv";
  }

  /// The head is the table's header row, equal for all records of a shard.
  @Override
  public EncodedRecord encode(ShardRecord record) throws MalformedDataException {
    FeatureAxes axes = FeatureAxes.of(record);
    byte[] header = header(axes);
    LittleEndian rows = new LittleEndian();
    double[] values = axes.values(record.data());
    for (int channel = 0; channel < axes.channels().size(); channel++) {
      rows.bytes(row(record, axes, channel, values));
    }
    return new EncodedRecord(header, List.of(rows.toBytes()));
  }

  private static byte[] header(FeatureAxes axes) {
    List<Object> cells = new ArrayList<>();
    cells.add("key");
    cells.addAll(FACTS);
    cells.addAll(List.of("channel", "unit"));
    cells.addAll(axes.columns());
    return line(cells);
  }

  private static byte[] row(ShardRecord record, FeatureAxes axes, int channel, double[] values) {
    List<Object> cells = new ArrayList<>();
    cells.add(record.key());
    for (String fact : FACTS) {
      JsonNode value = record.facts().path(fact);
      cells.add(value.isMissingNode() || value.isNull() ? "" : value.asText());
    }
    cells.add(axes.channels().get(channel));
    cells.add(axes.units().get(channel));
    int features = axes.columns().size();
    for (int feature = 0; feature < features; feature++) {
      cells.add(number(values[channel * features + feature], axes.isSingle()));
    }
    return line(cells);
  }

  private static String number(double value, boolean single) {
    if (!Double.isFinite(value)) {
      return MISSING;
    }
    return single ? Float.toString((float) value) : Double.toString(value);
  }

  private static byte[] line(List<Object> cells) {
    return (CSV.format(cells.toArray()) + "\n").getBytes(UTF_8);
  }

  @Override
  public SealedShard seal(Path records, List<RecordSpan> spans, Path folder) throws IOException {
    List<byte[]> heads = SpooledRecords.heads(records, spans);
    byte[] header = heads.getFirst();
    requireSameColumns(heads);
    Path file = folder.resolve("table");
    return new SealedShard(file, SpooledRecords.copy(records, spans, header, file), List.of());
  }

  /// @throws UsageException if header rows differ
  static void requireSameColumns(List<byte[]> headers) {
    byte[] header = headers.getFirst();
    for (byte[] head : headers) {
      if (!Arrays.equals(head, header)) {
        throw new UsageException(
            "A table gives all records of a shard the same columns, but found %s and %s. Bring all recordings to one rate and unit, or write another format."
                .formatted(new String(header, UTF_8).strip(), new String(head, UTF_8).strip()));
      }
    }
  }

  static MalformedDataException noTable(String found) {
    return new MalformedDataException(
        Reason.UNSUPPORTED,
        "record",
        "signal channels by named features in a table; end the recipe in band-power,"
            + " spectral-edge, waveform-features or spectrum-to-tensor",
        found);
  }
}
