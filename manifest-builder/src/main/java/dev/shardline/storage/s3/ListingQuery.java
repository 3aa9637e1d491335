package dev.shardline.storage.s3;

import dev.shardline.storage.ListRequest;
import dev.shardline.storage.ListRequest.Depth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.s3.model.EncodingType;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;

/// What a page of keys is asked for by, as the SDK and as the server take it.
///
/// @param token of the page before; empty for the first
record ListingQuery(ListRequest request, String token) {
  /// No key below a folder comes after the folder's key and this, the last character of all.
  private static final String LAST = Character.toString(Character.MAX_CODE_POINT);

  private static final String FOLDERS = "/";

  ListingQuery(ListRequest request) {
    this(request, "");
  }

  String bucket() {
    return request.prefix().container();
  }

  ListObjectsV2Request.Builder forSdk() {
    ListObjectsV2Request.Builder query =
        ListObjectsV2Request.builder()
            .bucket(bucket())
            .prefix(request.prefix().key())
            .maxKeys(limit())
            .encodingType(EncodingType.URL);
    if (!start().isEmpty()) {
      query.startAfter(start());
    }
    if (isShallow()) {
      query.delimiter(FOLDERS);
    }
    if (!token.isEmpty()) {
      query.continuationToken(token);
    }
    return query;
  }

  /// The same as a URL's parameters, in the order of their names.
  Map<String, List<String>> parameters() {
    Map<String, List<String>> parameters = new LinkedHashMap<>();
    if (!token.isEmpty()) {
      parameters.put("continuation-token", List.of(token));
    }
    if (isShallow()) {
      parameters.put("delimiter", List.of(FOLDERS));
    }
    parameters.put("encoding-type", List.of(EncodingType.URL.toString()));
    parameters.put("list-type", List.of("2"));
    parameters.put("max-keys", List.of(Integer.toString(limit())));
    parameters.put("prefix", List.of(request.prefix().key()));
    if (!start().isEmpty()) {
      parameters.put("start-after", List.of(start()));
    }
    return parameters;
  }

  private int limit() {
    return Math.min(request.limit(), ListRequest.PAGE);
  }

  private boolean isShallow() {
    return request.depth() == Depth.SHALLOW;
  }

  private String start() {
    String start = request.startAfter();
    boolean afterFolder =
        isShallow() && start.endsWith(FOLDERS) && start.length() > request.prefix().key().length();
    return afterFolder ? start + LAST : start;
  }
}
