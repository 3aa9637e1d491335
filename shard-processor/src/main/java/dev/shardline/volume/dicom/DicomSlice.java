package dev.shardline.volume.dicom;

import dev.shardline.dicom.pixel.PixelFrames;
import dev.shardline.failure.MalformedDataException;

/// One slice: a file's picture, a frame, or a tile of a mosaic.
///
/// @param kind what was measured in it
/// @param time what orders slices of the same position
/// @param frames the file's frames
/// @param frame which of them the slice is in
/// @param top the slice's first row within the frame
/// @param left the slice's first column within the frame
record DicomSlice(
    SlicePlace place,
    SliceKind kind,
    TimeOrder time,
    PixelFrames frames,
    int frame,
    int top,
    int left,
    ValueMapping mapping) {

  /// Writes the slice's values row by row from `at` on.
  ///
  /// @param frameValues the stored values of the frame
  void map(int[] frameValues, float[] values, int at) {
    int frameColumns = frames.format().columns();
    for (int row = 0; row < place.rows(); row++) {
      int from = (top + row) * frameColumns + left;
      int to = at + row * place.columns();
      for (int column = 0; column < place.columns(); column++) {
        values[to + column] = mapping.apply(frameValues[from + column]);
      }
    }
  }

  /// Whether the other slice lies in the same frame, so that it need be decoded only once.
  boolean sharesFrameWith(DicomSlice other) {
    return frames == other.frames && frame == other.frame;
  }

  int[] frameValues() throws MalformedDataException {
    return frames.read(frame);
  }
}
