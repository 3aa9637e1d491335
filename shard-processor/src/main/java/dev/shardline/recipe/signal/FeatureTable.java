package dev.shardline.recipe.signal;

import dev.shardline.recipe.Item;
import dev.shardline.signal.RowTensors;
import dev.shardline.signal.SignalChannel;
import dev.shardline.signal.Traces;
import java.util.List;

/// Numbers that describe signal channels: a row for each channel, a column for each feature.
final class FeatureTable {
  private FeatureTable() {}

  /// The item with the numbers as its data, in the element type of what they were made of. Records
  /// `signal-channels`, `units`, `features` and `feature-units`, which table formats name rows and
  /// columns by.
  ///
  /// @param made the traces that the features were made of
  /// @param values `[signal channel][feature]`
  /// @param units of each column; `1` for a pure number, empty where it is unknown
  static Item item(
      Item item,
      List<SignalChannel> channels,
      Traces made,
      double[][] values,
      List<String> features,
      List<String> units) {
    Traces numbers = made.withRows(values);
    return RecordingToTensor.described(item, channels)
        .withRecorded("features", features)
        .withRecorded("feature-units", units)
        .withData(RowTensors.of(numbers));
  }
}
