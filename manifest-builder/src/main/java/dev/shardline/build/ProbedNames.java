package dev.shardline.build;

import dev.shardline.failure.MalformedDataException;
import dev.shardline.grouping.Grouper;
import dev.shardline.listing.ObjectTable;
import dev.shardline.probe.ContentProbe;
import dev.shardline.probe.Probes;
import dev.shardline.probe.ReadPool;
import dev.shardline.probe.StoredSample;
import dev.shardline.storage.StoreProvider;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/// Reads from headers which files belong to them. A header that cannot be read names none: its
/// sample is found to be broken where it is decoded.
///
/// @param stores where the objects' stores come from
record ProbedNames(Probes probes, StoreProvider stores) implements Grouper.NameReader {
  private static final int READS_AT_ONCE = 64;

  @Override
  public List<List<String>> read(ObjectTable objects) {
    List<List<String>> names = new ArrayList<>(Collections.nCopies(objects.size(), List.of()));
    new ReadPool(READS_AT_ONCE).readAll(names.size(), row -> names.set(row, namesIn(objects, row)));
    return names;
  }

  private List<String> namesIn(ObjectTable objects, int row) throws IOException {
    String id = objects.ids().text(row);
    Optional<ContentProbe> probe = probes.forId(id);
    if (probe.isEmpty() || objects.bytes().value(row) == 0) {
      return List.of();
    }
    try {
      return probe.get().namedFiles(new StoredSample(id, List.of(objects.object(row)), stores));
    } catch (MalformedDataException | AccessDeniedException _) {
      return List.of();
    }
  }
}
