package dev.shardline.storage.s3;

import dev.shardline.storage.ObjectLocation;
import dev.shardline.storage.ObjectPage;
import dev.shardline.storage.ObjectSummary;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.S3Object;

/// What an answer to ListObjectsV2 says, as it is read. For one thread.
final class ListingEntries {
  private record Entry(String key, String etag, long size) {}

  private final List<Entry> objects = new ArrayList<>();
  private final List<String> folders = new ArrayList<>();
  private String key = "";
  private String etag = "";
  private long size;
  private boolean urlEncoded;
  private boolean truncated;
  private String token = "";

  /// What the SDK read, who has decoded keys already.
  static ListingEntries of(ListObjectsV2Response response) {
    ListingEntries entries = new ListingEntries();
    for (S3Object object : response.contents()) {
      entries.objects.add(new Entry(object.key(), object.eTag(), object.size()));
    }
    response.commonPrefixes().forEach(common -> entries.addFolder(common.prefix()));
    entries.truncated(response.isTruncated());
    entries.token(Optional.ofNullable(response.nextContinuationToken()).orElse(""));
    return entries;
  }

  void beginObject() {
    key = "";
    etag = "";
    size = 0;
  }

  void key(String value) {
    key = value;
  }

  void etag(String value) {
    etag = value;
  }

  void size(long value) {
    size = value;
  }

  void endObject() {
    objects.add(new Entry(key, etag, size));
  }

  void addFolder(String value) {
    folders.add(value);
  }

  void encoding(String value) {
    urlEncoded = value.equals("url");
  }

  void truncated(boolean value) {
    truncated = value;
  }

  void token(String value) {
    token = value;
  }

  /// What the next page is asked for by; empty on the last page.
  String token() {
    return token;
  }

  boolean isEmpty() {
    return objects.isEmpty() && folders.isEmpty();
  }

  ObjectPage page(ObjectLocation prefix) {
    return new ObjectPage(
        objects.stream().map(entry -> summary(prefix, entry)).toList(),
        folders.stream().map(folder -> location(prefix, folder)).toList(),
        truncated);
  }

  private ObjectSummary summary(ObjectLocation prefix, Entry entry) {
    return new ObjectSummary(
        location(prefix, entry.key), entry.size, EntityTags.version(entry.etag, null));
  }

  private ObjectLocation location(ObjectLocation prefix, String found) {
    return new ObjectLocation(prefix.scheme(), prefix.container(), decoded(found));
  }

  private String decoded(String found) {
    boolean plain = !urlEncoded || (found.indexOf('%') < 0 && found.indexOf('+') < 0);
    return plain ? found : URLDecoder.decode(found, StandardCharsets.UTF_8);
  }
}
