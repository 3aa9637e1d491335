package dev.shardline.inspect.shard;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shardline.data.Tensor;
import dev.shardline.failure.MalformedDataException;
import dev.shardline.failure.UsageException;
import dev.shardline.inspect.InspectedFile;
import dev.shardline.inspect.Inspection;
import dev.shardline.inspect.RecordInspector;
import dev.shardline.inspect.draw.RecordsSheet;
import dev.shardline.inspect.draw.RecordsSheet.Thumbnail;
import dev.shardline.shard.NpyDecoding;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/// Looks into NumPy arrays: as into a shard, where keys and facts of its records lie beside it.
public final class NpyInspector implements RecordInspector {
  private static final String SUFFIX = ".npy";

  private final RecordInspector shards = new ShardInspector(ShardKind.NPY);

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
    return factsBeside(file).isPresent() ? shards.inspect(file) : array(file);
  }

  private static Inspection array(InspectedFile file) throws IOException, MalformedDataException {
    Tensor tensor = NpyDecoding.tensor(file.bytes());
    ObjectNode facts = TensorFacts.of(tensor);
    return Inspection.of("NPY", facts)
        .withDrawing(
            new RecordsSheet(file.name(), List.of(new Thumbnail(tensor.toString(), tensor))));
  }

  @Override
  public Inspection inspectRecord(InspectedFile file, String key)
      throws IOException, MalformedDataException {
    if (factsBeside(file).isEmpty()) {
      throw new UsageException(
          "%s is one array: there is no %s beside it with keys of records; leave --record out"
              .formatted(file.place(), factsName(file)));
    }
    return shards.inspectRecord(file, key);
  }

  /// The keys and facts of the array's records, if it is a shard.
  static Optional<InspectedFile> factsBeside(InspectedFile file) throws IOException {
    return file.name().endsWith(SUFFIX) ? file.sibling(factsName(file)) : Optional.empty();
  }

  private static String factsName(InspectedFile file) {
    return file.name().substring(0, Math.max(0, file.name().lastIndexOf('.'))) + ".jsonl";
  }
}
