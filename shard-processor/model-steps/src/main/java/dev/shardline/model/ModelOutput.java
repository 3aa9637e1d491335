package dev.shardline.model;

import java.util.Arrays;

/// What a network gave for a batch.
///
/// @param values in C order
/// @param shape (batch, channels, then the extents in space, if any)
@SuppressWarnings("ArrayRecordComponent") // identity is never asked of it
record ModelOutput(float[] values, int[] shape) {

  /// The values of each example of the batch.
  int valuesPerExample() {
    return shape.length == 0 || shape[0] == 0 ? 0 : values.length / shape[0];
  }

  /// Channels, where there is an axis of them, else 1.
  int channels() {
    return shape.length < 2 ? 1 : shape[1];
  }

  /// One class for each place: where there is one channel, 1 above the threshold and else 0; of
  /// several channels the number of the strongest, the first of equal ones.
  ///
  /// @return as many values as the batch has places, example after example
  float[] classes(double threshold) {
    int channels = channels();
    int places = channels == 0 ? 0 : valuesPerExample() / channels;
    int examples = places == 0 ? 0 : values.length / (channels * places);
    float[] classes = new float[examples * places];
    for (int example = 0; example < examples; example++) {
      for (int place = 0; place < places; place++) {
        int at = example * channels * places + place;
        classes[example * places + place] =
            channels == 1 ? (values[at] > threshold ? 1 : 0) : strongest(at, places, channels);
      }
    }
    return classes;
  }

  private int strongest(int at, int places, int channels) {
    int best = 0;
    for (int channel = 1; channel < channels; channel++) {
      best = values[at + channel * places] > values[at + best * places] ? channel : best;
    }
    return best;
  }

  @Override
  public String toString() {
    return Arrays.toString(shape);
  }
}
