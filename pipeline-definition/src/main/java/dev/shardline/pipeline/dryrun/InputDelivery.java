package dev.shardline.pipeline.dryrun;

import dev.shardline.pipeline.ProcessingInput.DataType;
import dev.shardline.pipeline.ProcessingInput.Distribution;
import dev.shardline.pipeline.dryrun.InputObjects.InputObject;
import dev.shardline.storage.ByteRange;
import dev.shardline.storage.ObjectVersion;
import dev.shardline.storage.StoreProvider;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// Lays a job's inputs into the folders of its machines.
final class InputDelivery {
  private final StoreProvider stores;
  private final AssignmentOrder order;
  private final long seed;

  InputDelivery(StoreProvider stores, AssignmentOrder order, long seed) {
    this.stores = stores;
    this.order = order;
    this.seed = seed;
  }

  /// One input, all of whose values are known.
  ///
  /// @param folder the container's path
  record Wanted(String name, String uri, String folder, DataType type, Distribution distribution) {}

  /// @return how many objects each machine got
  List<Integer> deliver(Wanted input, List<Host> hosts) throws StepFailedException {
    List<InputObject> objects = new InputObjects(stores).find(input.uri(), input.type());
    List<List<Integer>> shares =
        switch (input.distribution()) {
          case FULLY_REPLICATED -> replicated(objects.size(), hosts.size());
          case SHARDED_BY_S3_KEY ->
              order.assign(objects.size(), hosts.size(), seed ^ input.name().hashCode());
        };
    List<Integer> counts = new ArrayList<>();
    for (int i = 0; i < hosts.size(); i++) {
      Path folder = hosts.get(i).resolve(input.folder());
      for (int index : shares.get(i)) {
        fetch(input, objects.get(index), folder);
      }
      counts.add(shares.get(i).size());
    }
    return counts;
  }

  private static List<List<Integer>> replicated(int objects, int hosts) {
    List<Integer> all = IntStream.range(0, objects).boxed().toList();
    return IntStream.range(0, hosts).mapToObj(host -> all).toList();
  }

  private void fetch(Wanted input, InputObject object, Path folder) throws StepFailedException {
    Path file = folder.resolve(path(input, object)).normalize();
    if (!file.startsWith(folder)) {
      throw StepFailedException.permanent(
          "%s would be written outside of its input's folder".formatted(object.location()));
    }
    try {
      Files.createDirectories(file.getParent());
      try (InputStream bytes =
          stores
              .storeOf(object.location())
              .open(object.location(), ObjectVersion.ANY, ByteRange.ALL)) {
        Files.copy(bytes, file, StandardCopyOption.REPLACE_EXISTING);
      }
    } catch (IOException e) {
      throw StepFailedException.permanent(
          "%s cannot be fetched: %s".formatted(object.location(), e));
    }
  }

  /// The service keeps part of the key's path for a manifest's objects, and does not say which
  /// part; the adversarial order keeps all of it.
  private String path(Wanted input, InputObject object) {
    return order == AssignmentOrder.ADVERSARIAL && input.type() == DataType.MANIFEST_FILE
        ? object.location().key()
        : object.path();
  }
}
