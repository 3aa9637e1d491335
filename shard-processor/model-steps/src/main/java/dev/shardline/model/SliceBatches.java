package dev.shardline.model;

import java.util.Arrays;

/// Runs a network on a volume slice by slice, many slices a call.
record SliceBatches(LoadedModel model, int batch) {

  /// @param values x fastest, then y, z
  /// @return the outputs of all slices, one after the other
  ModelOutput run(float[] values, int z, int y, int x) {
    int area = x * y;
    float[] all = new float[0];
    int[] shape = {};
    for (int from = 0; from < z; from += batch) {
      int count = Math.min(batch, z - from);
      float[] slices = Arrays.copyOfRange(values, from * area, (from + count) * area);
      ModelOutput output = model.run(slices, count, 1, y, x);
      if (output.shape().length == 0 || output.shape()[0] != count) {
        throw new IllegalStateException(
            "the model gave %s for a batch of %d slices; export it with a dynamic batch axis"
                .formatted(output, count));
      }
      int perSlice = output.valuesPerExample();
      if (from == 0) {
        all = new float[perSlice * z];
        shape = output.shape().clone();
        shape[0] = z;
      }
      System.arraycopy(output.values(), 0, all, from * perSlice, count * perSlice);
    }
    return new ModelOutput(all, shape);
  }
}
