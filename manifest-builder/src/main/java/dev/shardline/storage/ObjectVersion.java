package dev.shardline.storage;

/// Which bytes an object had: what a listing pins and a read is held to. An empty string stands for
/// "the store has none", as it stands in the catalog.
///
/// @param etag the store's entity tag without quotes. S3: as served. Local files:
///   `size-mtimeNanoseconds`, both hexadecimal
/// @param versionId the version id of a versioned S3 bucket, else empty
public record ObjectVersion(String etag, String versionId) {
  /// No pin: whatever the object holds now.
  public static final ObjectVersion ANY = new ObjectVersion("", "");

  /// Whether an object in version `actual` satisfies this pin; an empty string pins nothing.
  public boolean admits(ObjectVersion actual) {
    return (etag.isEmpty() || etag.equals(actual.etag))
        && (versionId.isEmpty() || versionId.equals(actual.versionId));
  }
}
