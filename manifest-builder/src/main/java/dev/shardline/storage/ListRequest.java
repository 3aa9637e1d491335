package dev.shardline.storage;

/// What a page of a listing should hold.
///
/// @param prefix literal, like an S3 prefix: `file:///data/a` also lists `/data/ab.jpg`
/// @param startAfter the key (in the same container) after which to begin; empty for the start. In
///   a shallow listing a directory's key stands for all that lies below it
/// @param depth how far below the prefix to look
/// @param limit at most this many objects and directories; a store may give fewer
public record ListRequest(ObjectLocation prefix, String startAfter, Depth depth, int limit) {
  /// How many a page of S3 holds at most.
  public static final int PAGE = 1000;

  /// How far a listing looks.
  public enum Depth {
    /// Everything under the prefix.
    RECURSIVE,
    /// Only up to the next `/`; what lies deeper is summed up as directories.
    SHALLOW
  }

  public ListRequest {
    if (limit < 1) {
      throw new IllegalArgumentException("A page holds at least 1 object, asked for " + limit);
    }
  }

  /// The first full page of everything under `prefix`.
  public static ListRequest everythingUnder(ObjectLocation prefix) {
    return new ListRequest(prefix, "", Depth.RECURSIVE, PAGE);
  }

  /// The same request, beginning after `key`.
  public ListRequest after(String key) {
    return new ListRequest(prefix, key, depth, limit);
  }
}
