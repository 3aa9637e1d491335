package dev.shardline.flow;

/// What a sample takes of a worker's memory.
///
/// @param waitingBytes while it waits for a core or for the writer: its objects or its results
/// @param workingBytes while it is on a core, at most
/// @param decodingBytes that decoding it takes beside its objects
public record SampleMemory(long waitingBytes, long workingBytes, long decodingBytes) {
  public SampleMemory {
    if (waitingBytes < 0 || workingBytes < waitingBytes) {
      throw new IllegalArgumentException(
          "A sample needs at least as much on a core (%d) as while it waits (%d)"
              .formatted(workingBytes, waitingBytes));
    }
  }

  /// What nobody has to make room for before it is decoded.
  public SampleMemory(long waitingBytes, long workingBytes) {
    this(waitingBytes, workingBytes, 0);
  }

  /// How much more it needs on a core than while it waits.
  long extraBytes() {
    return workingBytes - waitingBytes;
  }
}
