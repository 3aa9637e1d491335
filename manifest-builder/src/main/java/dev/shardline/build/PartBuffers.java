package dev.shardline.build;

/// What a part's files are made in, to be used for part after part: of arrays made anew for each,
/// those that are in use when the young generation is collected would fill the old one. For one
/// thread.
final class PartBuffers {
  /// Parts are alike in size: an eighth more than one takes is enough for most others.
  private static final int SPARE = 8;

  private final TextBuffer samples = new TextBuffer();
  private final TextBuffer manifest = new TextBuffer();
  private byte[] spilled = new byte[0];

  /// For the text of the samples file; empty.
  TextBuffer samples() {
    samples.clear();
    return samples;
  }

  /// For the text of the manifest; empty.
  TextBuffer manifest() {
    manifest.clear();
    return manifest;
  }

  /// For what was set aside for a part, at least so many bytes.
  byte[] spilled(long length) {
    if (spilled.length < length) {
      spilled = new byte[Math.toIntExact(length + length / SPARE)];
    }
    return spilled;
  }
}
