package dev.shardline.demo;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// What a demonstration data set holds. Keys are relative to its folder, with `/` between.
///
/// @param keys every file, sorted
/// @param subjects how many subjects there are
/// @param filesPerClass how many files lie in each class's folder
/// @param copies the planted copies
/// @param truncatedKey the file that ends too early
/// @param mislabelledKey the PNG that is called .jpg, and is to be read all the same
/// @param bytes the size of all files
public record DemoSummary(
    List<String> keys,
    int subjects,
    SortedMap<String, Integer> filesPerClass,
    List<Copy> copies,
    String truncatedKey,
    String mislabelledKey,
    long bytes) {

  public DemoSummary {
    keys = List.copyOf(keys);
    filesPerClass = Collections.unmodifiableSortedMap(new TreeMap<>(filesPerClass));
    copies = List.copyOf(copies);
  }

  /// How a copy was made.
  public enum Kind {
    /// The same bytes.
    EXACT,
    /// Left and right exchanged, and encoded anew.
    MIRRORED
  }

  /// A file that shows what another shows, under another subject's name.
  ///
  /// @param originalKey the file that was copied
  /// @param key the copy
  /// @param kind how it was made
  public record Copy(String originalKey, String key, Kind kind) {
    /// Whether the two lie in folders of different classes.
    public boolean isLabelConflict() {
      return !folder(originalKey).equals(folder(key));
    }

    private static String folder(String key) {
      return key.substring(0, key.indexOf('/'));
    }
  }

  /// How many copies of a kind were planted.
  public long copies(Kind kind) {
    return copies.stream().filter(copy -> copy.kind() == kind).count();
  }
}
