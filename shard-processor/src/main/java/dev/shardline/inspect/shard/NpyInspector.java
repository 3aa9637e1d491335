package dev.shardline.inspect.shard;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shardline.data.Tensor;
import dev.shardline.failure.MalformedDataException;
import dev.shardline.inspect.InspectedFile;
import dev.shardline.inspect.Inspection;
import dev.shardline.inspect.Inspector;
import dev.shardline.inspect.draw.RecordsSheet;
import dev.shardline.inspect.draw.RecordsSheet.Thumbnail;
import dev.shardline.shard.NpyDecoding;
import java.io.IOException;
import java.util.List;

/// Looks into NumPy arrays.
public final class NpyInspector implements Inspector {
  @Override
  public String format() {
    return "NPY";
  }

  @Override
  public boolean recognises(InspectedFile file) {
    return NpyDecoding.recognises(file.head());
  }

  @Override
  public Inspection inspect(InspectedFile file) throws IOException, MalformedDataException {
    Tensor tensor = NpyDecoding.tensor(file.bytes());
    ObjectNode facts = TensorFacts.of(tensor);
    return Inspection.of("NPY", facts)
        .withDrawing(
            new RecordsSheet(file.name(), List.of(new Thumbnail(tensor.toString(), tensor))));
  }
}
