package dev.shardline.listing;

import java.util.List;

/// Which objects of a source are taken: those that an include pattern matches (all, if there is
/// none) and no exclude pattern does.
///
/// @param include patterns for keys relative to the source
/// @param exclude patterns for keys relative to the source
public record KeyFilter(List<Glob> include, List<Glob> exclude) {
  /// What operating systems leave in folders and nobody means.
  public static final List<String> LITTER = List.of("**/.DS_Store", "**/Thumbs.db", "**/._*");

  /// Takes everything but [#LITTER].
  public static final KeyFilter DEFAULT = of(List.of(), LITTER);

  public KeyFilter {
    include = List.copyOf(include);
    exclude = List.copyOf(exclude);
  }

  /// Reads the patterns.
  ///
  /// @throws dev.shardline.failure.UsageException if one is malformed
  public static KeyFilter of(List<String> include, List<String> exclude) {
    return new KeyFilter(
        include.stream().map(Glob::parse).toList(), exclude.stream().map(Glob::parse).toList());
  }

  /// Whether the object is taken.
  public boolean takes(String key) {
    for (Glob glob : exclude) {
      if (glob.matches(key)) {
        return false;
      }
    }
    if (include.isEmpty()) {
      return true;
    }
    for (Glob glob : include) {
      if (glob.matches(key)) {
        return true;
      }
    }
    return false;
  }
}
