package dev.shardline.signal.label;

import dev.shardline.signal.Annotation;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;

/// From what annotations say to numbered classes.
///
/// @param names the class of each text, compared exactly
/// @param classes all classes; a class's number is its place here
public record LabelMap(SortedMap<String, String> names, List<String> classes) {
  /// @throws IllegalArgumentException if there are no texts, a class is listed twice, or a text's
  ///   class is not listed
  public LabelMap {
    names = Collections.unmodifiableSortedMap(new TreeMap<>(names));
    classes = List.copyOf(classes);
    if (names.isEmpty()) {
      throw new IllegalArgumentException("No text is mapped to a class");
    }
    if (new HashSet<>(classes).size() != classes.size()) {
      throw new IllegalArgumentException("A class is listed twice in " + classes);
    }
    for (String name : names.values()) {
      if (!classes.contains(name)) {
        throw new IllegalArgumentException(
            "The class \"%s\" is not among the classes %s".formatted(name, classes));
      }
    }
  }

  /// A map whose classes are listed, or, where the list is empty, are those that texts map to in
  /// the order of their names.
  public static LabelMap of(SortedMap<String, String> names, List<String> classes) {
    List<String> all =
        classes.isEmpty() ? names.values().stream().distinct().sorted().toList() : classes;
    return new LabelMap(names, all);
  }

  /// The number of the class that a text maps to.
  public OptionalInt classOf(String text) {
    String name = names.get(text);
    return name == null ? OptionalInt.empty() : OptionalInt.of(classes.indexOf(name));
  }

  /// The texts that map to no class, each once, sorted; what marks excluded stretches is not among
  /// them.
  public List<String> unmapped(Collection<Annotation> annotations, ExcludedSpans excluded) {
    return annotations.stream()
        .filter(annotation -> !excluded.excludes(annotation))
        .map(Annotation::text)
        .filter(text -> !names.containsKey(text))
        .distinct()
        .sorted()
        .toList();
  }
}
