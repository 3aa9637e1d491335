package dev.shardline.recipe;

/// The shape of data that lies in a scratch file because memory does not hold it: rows of numbers.
///
/// @param columns of every row
/// @param bytesPerValue 4 or 8
/// @param columnsPerSecond the rate, for data over time
public record StoredData(int rows, long columns, int bytesPerValue, double columnsPerSecond) {
  /// The bytes of everything, which is what the disk must hold.
  public long bytes() {
    return Footprint.product(Footprint.product(rows, columns), bytesPerValue);
  }

  /// The memory of `count` rows in double precision.
  public long rowsInDouble(int count) {
    return Footprint.product(Footprint.product(count, columns), Double.BYTES);
  }

  /// The bytes of a stretch of so many seconds, rounded up.
  public long bytesOf(double seconds) {
    double stretch = (seconds * columnsPerSecond + 1) * rows * bytesPerValue;
    return (long) Math.ceil(Math.min(stretch, Long.MAX_VALUE));
  }

  /// As many rows, with another number of columns for the same time.
  public StoredData withColumns(long newColumns) {
    double growth = columns == 0 ? 1 : (double) newColumns / columns;
    return new StoredData(rows, newColumns, bytesPerValue, columnsPerSecond * growth);
  }
}
