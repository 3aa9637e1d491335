package dev.shardline.labelling;

import dev.shardline.grouping.SampleTable;
import dev.shardline.listing.ObjectTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/// Which JSON files say something of a sample: its own ones and, in its folder and those above it,
/// files of the same suffix all of whose entities its name has (BIDS, "The Inheritance Principle":
/// `task-rest_bold.json` speaks of `sub-01/func/sub-01_task-rest_bold.nii.gz`).
final class InheritedSidecars {
  private static final String JSON = ".json";

  private final ObjectTable objects;
  private final Map<String, List<Integer>> byFolder = new HashMap<>();

  InheritedSidecars(ObjectTable objects) {
    this.objects = objects;
    for (int row = 0; row < objects.size(); row++) {
      if (isJson(row)) {
        String id = objects.ids().text(row);
        byFolder.computeIfAbsent(folder(id), key -> new ArrayList<>()).add(row);
      }
    }
  }

  private boolean isJson(int row) {
    byte[] bytes = objects.ids().bytes(row);
    int end = objects.ids().end(row);
    int from = end - JSON.length();
    if (from <= objects.ids().start(row)) {
      return false;
    }
    for (int i = 0; i < JSON.length(); i++) {
      if (bytes[from + i] != JSON.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /// The files' rows, nearest first.
  int[] rows(SampleTable samples, int sample) {
    List<Integer> rows = new ArrayList<>();
    IntStream.range(0, samples.objectCount(sample))
        .map(index -> samples.objectRow(sample, index))
        .filter(this::isJson)
        .forEach(rows::add);
    String id = samples.id(sample);
    Name name = Name.of(id);
    for (String folder = folder(id); ; folder = folder(folder.substring(0, folder.length() - 1))) {
      for (int row : byFolder.getOrDefault(folder, List.of())) {
        if (!rows.contains(row) && Name.of(objects.ids().text(row)).speaksOf(name)) {
          rows.add(row);
        }
      }
      if (folder.isEmpty()) {
        return rows.stream().mapToInt(row -> row).toArray();
      }
    }
  }

  private static String folder(String id) {
    return id.substring(0, id.lastIndexOf('/') + 1);
  }

  /// A file's name taken apart: `sub-01_task-rest_bold.nii.gz` has two entities and the suffix
  /// `bold`.
  private record Name(Set<String> entities, String suffix) {
    static Name of(String id) {
      String file = id.substring(id.lastIndexOf('/') + 1);
      int dot = file.indexOf('.');
      String[] words = (dot < 0 ? file : file.substring(0, dot)).split("_");
      Set<String> entities = new HashSet<>(List.of(words).subList(0, words.length - 1));
      return new Name(entities, words[words.length - 1]);
    }

    boolean speaksOf(Name other) {
      return suffix.equals(other.suffix)
          && other.entities.containsAll(entities)
          && entities.stream().allMatch(entity -> entity.contains("-"));
    }
  }
}
