package dev.shardline.conformance.storage;

/// Where a server, or what lies under a store, is known to differ from S3. A test that needs the
/// missing behaviour is skipped for that store, with this name as the reason.
enum Deviation {
  /// Lists keys in the order of UTF-16 units: characters from U+E000 to U+FFFF come after emoji.
  SORTS_BY_UTF16,
  /// Keys are paths: `a//b`, `a/` and `a/../b` cannot be.
  KEYS_ARE_PATHS,
  /// `a` and `a/b` cannot both be objects.
  OBJECT_IS_NO_FOLDER,
  /// Keys cannot hold control characters.
  NO_CONTROL_CHARACTERS
}
