package dev.shardline.faults;

import dev.shardline.storage.ObjectLocation;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentNavigableMap;

/// Answers ListObjectsV2, with keys URL-encoded as the client asked for.
final class ListingXml {
  private final ConcurrentNavigableMap<String, StoredBytes> bucket;
  private final String prefix;
  private final String delimiter;
  private final int limit;
  private final StringBuilder entries = new StringBuilder();
  private int count;
  private String last = "";
  private String lastFolder = "";

  private ListingXml(
      ConcurrentNavigableMap<String, StoredBytes> bucket, Map<String, String> query) {
    this.bucket = bucket;
    this.prefix = query.getOrDefault("prefix", "");
    this.delimiter = query.getOrDefault("delimiter", "");
    this.limit = Math.min(1000, Integer.parseInt(query.getOrDefault("max-keys", "1000")));
  }

  static HttpReply answer(
      String name, ConcurrentNavigableMap<String, StoredBytes> bucket, Map<String, String> query) {
    ListingXml listing = new ListingXml(bucket, query);
    boolean more =
        listing.fill(
            query.containsKey("continuation-token")
                ? unhidden(query.get("continuation-token"))
                : query.getOrDefault("start-after", ""));
    return HttpReply.xml(
        200,
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<ListBucketResult><Name>%s</Name><EncodingType>url</EncodingType><KeyCount>%d</KeyCount><IsTruncated>%s</IsTruncated>%s%s</ListBucketResult>"
            .formatted(
                name,
                listing.count,
                more,
                more
                    ? "<NextContinuationToken>%s</NextContinuationToken>"
                        .formatted(hidden(listing.last))
                    : "",
                listing.entries));
  }

  /// Fills the page; true if more would follow.
  private boolean fill(String startAfter) {
    boolean inside = ObjectLocation.KEY_ORDER.compare(startAfter, prefix) >= 0;
    for (Map.Entry<String, StoredBytes> entry :
        bucket.tailMap(inside ? startAfter : prefix, !inside).entrySet()) {
      String key = entry.getKey();
      if (!key.startsWith(prefix)) {
        return false;
      }
      int slash = delimiter.isEmpty() ? -1 : key.indexOf(delimiter, prefix.length());
      String folder = slash < 0 ? "" : key.substring(0, slash + 1);
      if (!folder.isEmpty() && folder.equals(lastFolder)) {
        last = key;
        continue;
      }
      if (count == limit) {
        return true;
      }
      add(key, folder, entry.getValue());
    }
    return false;
  }

  private void add(String key, String folder, StoredBytes object) {
    if (folder.isEmpty()) {
      entries.append(
          "<Contents><Key>%s</Key><LastModified>2026-01-01T00:00:00.000Z</LastModified><ETag>&quot;%s&quot;</ETag><Size>%d</Size><StorageClass>STANDARD</StorageClass></Contents>"
              .formatted(encoded(key), object.etag(), object.bytes().length));
    } else {
      entries.append(
          "<CommonPrefixes><Prefix>%s</Prefix></CommonPrefixes>".formatted(encoded(folder)));
      lastFolder = folder;
    }
    last = key;
    count++;
  }

  /// A key as a token, of which clients may suppose nothing.
  private static String hidden(String key) {
    return HexFormat.of().formatHex(key.getBytes(StandardCharsets.UTF_8));
  }

  private static String unhidden(String token) {
    return new String(HexFormat.of().parseHex(token), StandardCharsets.UTF_8);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("%2F", "/");
  }
}
