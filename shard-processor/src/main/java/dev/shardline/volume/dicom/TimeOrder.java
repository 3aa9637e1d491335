package dev.shardline.volume.dicom;

import java.util.Comparator;

/// What orders slices of one position in time: their temporal index, then their files' instance
/// number, then their place among the frames of a file. Two alike are a duplicate.
///
/// @param temporalIndex 0 where the file does not say it
/// @param instanceNumber of the file
/// @param rank among the file's frames; 0 in files of one
record TimeOrder(long temporalIndex, double instanceNumber, int rank)
    implements Comparable<TimeOrder> {
  private static final Comparator<TimeOrder> ORDER =
      Comparator.comparingLong(TimeOrder::temporalIndex)
          .thenComparingDouble(TimeOrder::instanceNumber)
          .thenComparingInt(TimeOrder::rank);

  @Override
  public int compareTo(TimeOrder other) {
    return ORDER.compare(this, other);
  }
}
