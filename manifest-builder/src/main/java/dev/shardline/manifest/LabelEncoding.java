package dev.shardline.manifest;

import dev.shardline.dataset.ClassLabel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/// Which class has which number. A class keeps its number when others are added.
///
/// @param names the classes' names; a class's index is its place
public record LabelEncoding(List<String> names) {
  /// The one class of a data set without labels.
  public static final String UNLABELLED = "unlabelled";

  /// No class yet.
  public static final LabelEncoding EMPTY = new LabelEncoding(List.of());

  public LabelEncoding {
    names = List.copyOf(names);
    if (names.stream().distinct().count() != names.size()) {
      throw new IllegalArgumentException("Two classes have one name: " + names);
    }
  }

  /// This encoding with the names it lacks added behind, in the order of their UTF-8 bytes.
  public LabelEncoding with(SortedSet<String> found) {
    List<String> all = new ArrayList<>(names);
    found.stream().filter(name -> !names.contains(name)).forEach(all::add);
    return new LabelEncoding(all);
  }

  /// The classes in the order of their indices.
  public List<ClassLabel> labels() {
    List<ClassLabel> labels = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      labels.add(new ClassLabel(names.get(i), i));
    }
    return List.copyOf(labels);
  }

  /// The class with this name.
  public Optional<ClassLabel> label(String name) {
    int index = names.indexOf(name);
    return index < 0 ? Optional.empty() : Optional.of(new ClassLabel(name, index));
  }
}
