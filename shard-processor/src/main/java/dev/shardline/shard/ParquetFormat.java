package dev.shardline.shard;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.shardline.failure.MalformedDataException;
import dev.shardline.failure.UsageException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/// Tables of features as [CsvFormat] writes them, and beside each the same table as Parquet:
/// `part-00000.csv` holds the records that the ledger names byte for byte, `part-00000.parquet` is
/// what people load. The Parquet columns have the same names, with units; numbers keep the tensor's
/// type, `n/a` is null.
public final class ParquetFormat implements ShardFormat {
  private final CsvFormat csv = new CsvFormat();

  @Override
  public String name() {
    return "parquet";
  }

  @Override
  public String suffix() {
    return csv.suffix();
  }

  /// The head is the bytes per number, then the table's header row.
  @Override
  public EncodedRecord encode(ShardRecord record) throws MalformedDataException {
    EncodedRecord rows = csv.encode(record);
    byte[] head =
        new LittleEndian()
            .u8(FeatureAxes.of(record).isSingle() ? Float.BYTES : Double.BYTES)
            .bytes(rows.head())
            .toBytes();
    return new EncodedRecord(head, rows.pieces());
  }

  @Override
  public SealedShard seal(Path records, List<RecordSpan> spans, Path folder) throws IOException {
    List<byte[]> heads = SpooledRecords.heads(records, spans);
    byte[] header = header(heads.getFirst());
    CsvFormat.requireSameColumns(heads.stream().map(ParquetFormat::header).toList());
    boolean single = heads.getFirst()[0] == Float.BYTES;
    for (byte[] head : heads) {
      if ((head[0] == Float.BYTES) != single) {
        throw new UsageException(
            "Format parquet gives a column one type, but some records are float32 and some float64."
                + " Set `precision` of decode-recording.");
      }
    }
    Path table = folder.resolve("table");
    List<Long> offsets = SpooledRecords.copy(records, spans, header, table);
    Path parquet = folder.resolve("parquet");
    new FeatureColumns(new String(header, UTF_8), single).write(table, parquet);
    return new SealedShard(table, offsets, List.of(new SealedShard.Sidecar(".parquet", parquet)));
  }

  private static byte[] header(byte[] head) {
    return Arrays.copyOfRange(head, 1, head.length);
  }
}
