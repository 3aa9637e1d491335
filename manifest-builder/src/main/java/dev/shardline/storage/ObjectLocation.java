package dev.shardline.storage;

import java.nio.file.Path;
import java.util.Comparator;

/// The place of one object, or of all objects under a prefix: `scheme://container/key`.
///
/// For S3 the container is the bucket. For local files it is empty and the key is the absolute path
/// without its leading slash (`file:///data/a.jpg`). The key is taken literally: no
/// percent-decoding, no normalising of `//`, so every S3 key can be written.
///
/// @param scheme lower-case, `s3`, `file` or `memory`
/// @param container bucket or store name; empty for `file`
/// @param key the object's key; empty names the whole container
public record ObjectLocation(String scheme, String container, String key)
    implements Comparable<ObjectLocation> {
  private static final String SEPARATOR = "://";

  /// Keys in the order of their UTF-8 bytes, as S3 lists them; `String`'s own order differs for
  /// characters outside the Basic Multilingual Plane.
  public static final Comparator<String> KEY_ORDER = ObjectLocation::compareKeys;

  private static final Comparator<ObjectLocation> ORDER =
      Comparator.comparing(ObjectLocation::scheme)
          .thenComparing(ObjectLocation::container)
          .thenComparing(ObjectLocation::key, KEY_ORDER);

  /// Parses `s3://bucket/key`, `file:///absolute/path`, `memory://name/key`.
  ///
  /// @throws IllegalArgumentException if the text has no scheme or, except for files, no container
  public static ObjectLocation parse(String text) {
    int colon = text.indexOf(SEPARATOR);
    if (colon < 1) {
      throw new IllegalArgumentException(
          "Not a location: \"%s\"; expected scheme://container/key, for example s3://bucket/prefix/"
              .formatted(text));
    }
    String scheme = text.substring(0, colon);
    String rest = text.substring(colon + SEPARATOR.length());
    int slash = rest.indexOf('/');
    String container = slash < 0 ? rest : rest.substring(0, slash);
    String key = slash < 0 ? "" : rest.substring(slash + 1);
    if (container.isEmpty() && !scheme.equals("file")) {
      throw new IllegalArgumentException("Location without a bucket: \"%s\"".formatted(text));
    }
    return new ObjectLocation(scheme, container, key);
  }

  /// The location of a local path, made absolute.
  public static ObjectLocation ofPath(Path path) {
    String absolute = path.toAbsolutePath().normalize().toString();
    return new ObjectLocation("file", "", absolute.substring(1));
  }

  /// The local path of a `file` location.
  ///
  /// @throws IllegalStateException for any other scheme
  public Path toPath() {
    if (!scheme.equals("file")) {
      throw new IllegalStateException("Not a local file: " + this);
    }
    return Path.of("/" + key);
  }

  /// The same location as a directory: its key ends in `/` (or is empty).
  public ObjectLocation asDirectory() {
    return key.isEmpty() || key.endsWith("/")
        ? this
        : new ObjectLocation(scheme, container, key + "/");
  }

  /// The location of `relative` inside this directory. Literal concatenation after
  /// [#asDirectory()].
  public ObjectLocation resolve(String relative) {
    return new ObjectLocation(scheme, container, asDirectory().key + relative);
  }

  /// Whether `other` lies under this prefix; literal, like an S3 prefix.
  public boolean contains(ObjectLocation other) {
    return scheme.equals(other.scheme)
        && container.equals(other.container)
        && other.key.startsWith(key);
  }

  /// What follows the last `/` of the key.
  public String fileName() {
    return key.substring(key.lastIndexOf('/') + 1);
  }

  private static int compareKeys(String a, String b) {
    int length = Math.min(a.length(), b.length());
    for (int i = 0; i < length; i++) {
      if (a.charAt(i) != b.charAt(i)) {
        return Integer.compare(rank(a.charAt(i)), rank(b.charAt(i)));
      }
    }
    return Integer.compare(a.length(), b.length());
  }

  /// The order of code points, hence of UTF-8 bytes: surrogates stand for characters above all
  /// others, though their values do not.
  private static int rank(char unit) {
    return Character.isSurrogate(unit) ? unit + 0x10000 : unit;
  }

  @Override
  public int compareTo(ObjectLocation other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return scheme + SEPARATOR + container + "/" + key;
  }
}
