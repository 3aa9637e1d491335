package dev.shardline.signal.format.edf;

/// What the header's reserved field says about time.
enum EdfContinuity {
  /// Plain EDF or BDF: records follow each other, nothing in them says when.
  PLAIN(""),
  /// EDF+C: records follow each other, each says when it starts.
  CONTINUOUS("+C"),
  /// EDF+D: there may be time between records.
  DISCONTINUOUS("+D");

  private final String suffix;

  EdfContinuity(String suffix) {
    this.suffix = suffix;
  }

  /// As in `EDF+D`.
  String suffix() {
    return suffix;
  }
}
