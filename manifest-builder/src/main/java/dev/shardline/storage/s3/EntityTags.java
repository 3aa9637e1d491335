package dev.shardline.storage.s3;

import dev.shardline.storage.ObjectVersion;
import org.jspecify.annotations.Nullable;

/// Entity tags and version ids as they stand in headers, where they are quoted or absent, and in an
/// [ObjectVersion], where they are bare or empty.
final class EntityTags {
  private EntityTags() {}

  static ObjectVersion version(@Nullable String etag, @Nullable String versionId) {
    return new ObjectVersion(bare(etag), versionId == null ? "" : versionId);
  }

  static @Nullable String quoted(String etag) {
    return etag.isEmpty() ? null : "\"" + etag + "\"";
  }

  static @Nullable String orNull(String versionId) {
    return versionId.isEmpty() ? null : versionId;
  }

  private static String bare(@Nullable String etag) {
    if (etag == null) {
      return "";
    }
    boolean quoted = etag.length() >= 2 && etag.startsWith("\"") && etag.endsWith("\"");
    return quoted ? etag.substring(1, etag.length() - 1) : etag;
  }
}
