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
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads the series ids of objects from their headers. Objects of one series in several folders
/// belong together unless a file name occurs in two of the folders: then the folders hold copies of
/// the series, each of which is one by itself.
///
/// @param stores where the objects' stores come from
record ProbedSeries(Probes probes, StoreProvider stores) implements Grouper.SeriesReader {
  private static final int READS_AT_ONCE = 64;

  @Override
  public List<String> read(ObjectTable objects) {
    String[] series = new String[objects.size()];
    Arrays.fill(series, "");
    new ReadPool(READS_AT_ONCE).readAll(series.length, row -> series[row] = seriesOf(objects, row));
    separateCopies(objects, series);
    return List.of(series);
  }

  private String seriesOf(ObjectTable objects, int row) throws IOException {
    String id = objects.ids().text(row);
    Optional<ContentProbe> probe = probes.forId(id);
    if (probe.isEmpty() || objects.bytes().value(row) == 0) {
      return "";
    }
    try {
      return probe
          .get()
          .readHeader(new StoredSample(id, List.of(objects.object(row)), stores))
          .series()
          .orElse("");
    } catch (MalformedDataException | AccessDeniedException e) {
      return "";
    }
  }

  private static void separateCopies(ObjectTable objects, String[] series) {
    Map<String, Set<String>> namesOf = new HashMap<>();
    Set<String> copied = new HashSet<>();
    for (int row = 0; row < series.length; row++) {
      if (!series[row].isEmpty()) {
        String name = fileName(objects.ids().text(row));
        if (!namesOf.computeIfAbsent(series[row], key -> new HashSet<>()).add(name)) {
          copied.add(series[row]);
        }
      }
    }
    for (int row = 0; row < series.length; row++) {
      if (copied.contains(series[row])) {
        String id = objects.ids().text(row);
        series[row] += "\n" + id.substring(0, id.length() - fileName(id).length());
      }
    }
  }

  private static String fileName(String id) {
    return id.substring(id.lastIndexOf('/') + 1);
  }
}
