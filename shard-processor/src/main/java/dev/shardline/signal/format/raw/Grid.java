package dev.shardline.signal.format.raw;

/// Where the numbers of a plain grid of tracks and time points lie in a file.
///
/// @param offset byte offset of track 0 at time point 0
/// @param encoding of every number
/// @param trackStride bytes from one track to the next
/// @param timeStride bytes from one time point to the next
/// @param tracks how many
/// @param timePoints how many
public record Grid(
    long offset,
    NumberEncoding encoding,
    long trackStride,
    long timeStride,
    int tracks,
    long timePoints) {
  /// Time point by time point, all tracks of one together; what BrainVision calls multiplexed.
  public static Grid multiplexed(
      long offset, NumberEncoding encoding, int tracks, long timePoints) {
    int width = encoding.bytes();
    return new Grid(offset, encoding, width, (long) tracks * width, tracks, timePoints);
  }

  /// Track by track, all time points of one together; what BrainVision calls vectorized.
  public static Grid vectorized(long offset, NumberEncoding encoding, int tracks, long timePoints) {
    int width = encoding.bytes();
    return new Grid(offset, encoding, timePoints * width, width, tracks, timePoints);
  }

  long at(int track, long timePoint) {
    return offset + track * trackStride + timePoint * timeStride;
  }

  /// The byte offset after the last number.
  public long end() {
    return tracks == 0 || timePoints == 0
        ? offset
        : at(tracks - 1, timePoints - 1) + encoding.bytes();
  }
}
