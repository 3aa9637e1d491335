package dev.shardline.storage.s3;

import dev.shardline.column.EtagColumn;
import dev.shardline.column.TextColumn;
import dev.shardline.storage.ListRequest;
import dev.shardline.storage.ObjectLocation;
import dev.shardline.storage.ObjectPage;
import dev.shardline.storage.PackedSummaries;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.S3Object;

/// What an answer to ListObjectsV2 says, as it is read. For one thread.
final class ListingEntries {
  private final TextColumn keys = new TextColumn();
  private final EtagColumn etags = new EtagColumn();
  private long[] sizes = new long[ListRequest.PAGE];
  private final List<String> folders = new ArrayList<>();
  private boolean escaped;
  private boolean urlEncoded;
  private boolean truncated;
  private String token = "";

  /// What the SDK read, who has decoded keys already.
  static ListingEntries of(ListObjectsV2Response response) {
    ListingEntries entries = new ListingEntries();
    for (S3Object object : response.contents()) {
      byte[] key = object.key().getBytes(StandardCharsets.UTF_8);
      byte[] etag = Optional.ofNullable(object.eTag()).orElse("").getBytes(StandardCharsets.UTF_8);
      entries.add(
          new Text(key, 0, key.length),
          new Text(etag, 0, etag.length).withoutQuotes(),
          object.size());
    }
    response.commonPrefixes().forEach(common -> entries.addFolder(common.prefix()));
    entries.truncated(response.isTruncated());
    entries.token(Optional.ofNullable(response.nextContinuationToken()).orElse(""));
    return entries;
  }

  /// Some bytes of UTF-8.
  @SuppressWarnings("ArrayRecordComponent") // passed on at once, never compared
  record Text(byte[] bytes, int from, int to) {
    static final Text EMPTY = new Text(new byte[0], 0, 0);

    int length() {
      return to - from;
    }

    /// Without a quote at each end, where there are two.
    Text withoutQuotes() {
      boolean quoted = length() >= 2 && bytes[from] == '"' && bytes[to - 1] == '"';
      return quoted ? new Text(bytes, from + 1, to - 1) : this;
    }
  }

  /// Adds an object.
  ///
  /// @param key as it was sent, perhaps encoded for URLs
  /// @param etag without quotes
  void add(Text key, Text etag, long size) {
    if (keys.size() == sizes.length) {
      sizes = Arrays.copyOf(sizes, sizes.length * 2);
    }
    sizes[keys.size()] = size;
    keys.add(key.bytes, key.from, key.length());
    etags.add(etag.bytes, etag.from, etag.length());
    escaped |= isEscaped(key);
  }

  private static boolean isEscaped(Text key) {
    return ByteSearch.indexOf('%', key.bytes, key.from, key.to) < key.to
        || ByteSearch.indexOf('+', key.bytes, key.from, key.to) < key.to;
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
    return keys.size() == 0 && folders.isEmpty();
  }

  /// All of it; to be asked for once.
  ///
  /// @param prefix that was listed
  ObjectPage page(ObjectLocation prefix) {
    TextColumn plainKeys = urlEncoded && escaped ? decodedKeys() : keys;
    plainKeys.trim();
    etags.trim();
    return new ObjectPage(
        new PackedSummaries(prefix, plainKeys, etags, sizes),
        folders.stream()
            .map(folder -> new ObjectLocation(prefix.scheme(), prefix.container(), decoded(folder)))
            .toList(),
        truncated);
  }

  private TextColumn decodedKeys() {
    TextColumn decoded = new TextColumn();
    for (int row = 0; row < keys.size(); row++) {
      decoded.add(decoded(keys.text(row)));
    }
    return decoded;
  }

  private String decoded(String found) {
    boolean plain = !urlEncoded || (found.indexOf('%') < 0 && found.indexOf('+') < 0);
    return plain ? found : URLDecoder.decode(found, StandardCharsets.UTF_8);
  }
}
