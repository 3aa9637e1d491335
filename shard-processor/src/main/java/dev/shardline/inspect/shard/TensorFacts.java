package dev.shardline.inspect.shard;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shardline.data.Tensor;
import dev.shardline.digest.CanonicalJson;
import dev.shardline.inspect.draw.TensorValues;

/// What is told of a tensor.
final class TensorFacts {
  private TensorFacts() {}

  static ObjectNode of(Tensor tensor) {
    ObjectNode facts = CanonicalJson.object().put("type", tensor.type().numpyName());
    ArrayNode shape = facts.putArray("shape");
    for (int extent : tensor.shape()) {
      shape.add(extent);
    }
    double least = Double.POSITIVE_INFINITY;
    double greatest = Double.NEGATIVE_INFINITY;
    double sum = 0;
    long finite = 0;
    float[] values = TensorValues.of(tensor);
    for (float value : values) {
      if (Float.isFinite(value)) {
        least = Math.min(least, value);
        greatest = Math.max(greatest, value);
        sum += value;
        finite++;
      }
    }
    if (finite > 0) {
      facts.put("least", least).put("greatest", greatest).put("mean", sum / finite);
    }
    return facts.put("not-finite", values.length - finite);
  }
}
