package dev.shardline.volume.gzip;

import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/// What one native call works with: its state, and memory outside the heap for a file and for what
/// comes out of it. For one thread at a time.
///
/// @param decompressor the library's state
/// @param input room for a file that lies in the heap
/// @param output room for its content
/// @param lengths two numbers: how much of each was used
record InflateSpace(
    MemorySegment decompressor, MemorySegment input, MemorySegment output, MemorySegment lengths) {
  /// Files of one data set differ a little in size; so not each longest one takes new memory.
  private static final long GRAIN = 4 << 20;

  static InflateSpace none(MemorySegment decompressor) {
    return new InflateSpace(
        decompressor,
        MemorySegment.NULL,
        MemorySegment.NULL,
        Arena.ofAuto().allocate(JAVA_LONG, 2));
  }

  /// How many bytes a space with this much room takes.
  long bytesWith(long inputBytes, long outputBytes) {
    return room(input, inputBytes) + room(output, outputBytes);
  }

  long bytes() {
    return input.byteSize() + output.byteSize();
  }

  /// The same with at least this much room. Memory that was too small is freed by the collector.
  InflateSpace with(long inputBytes, long outputBytes) {
    return new InflateSpace(
        decompressor, grown(input, inputBytes), grown(output, outputBytes), lengths);
  }

  private static MemorySegment grown(MemorySegment segment, long bytes) {
    long room = room(segment, bytes);
    return room == segment.byteSize() ? segment : Arena.ofAuto().allocate(room, Long.BYTES);
  }

  private static long room(MemorySegment segment, long bytes) {
    return bytes <= segment.byteSize() ? segment.byteSize() : (bytes + GRAIN - 1) / GRAIN * GRAIN;
  }

  /// The file where native code can read it: itself, or a copy.
  MemorySegment outside(MemorySegment file) {
    return file.isNative() ? file : input.copyFrom(file);
  }

  MemorySegment inputLength() {
    return lengths.asSlice(0, Long.BYTES);
  }

  MemorySegment outputLength() {
    return lengths.asSlice(Long.BYTES, Long.BYTES);
  }
}
