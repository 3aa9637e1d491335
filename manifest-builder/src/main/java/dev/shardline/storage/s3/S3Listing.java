package dev.shardline.storage.s3;

import dev.shardline.storage.ListRequest;
import dev.shardline.storage.ListRequest.Depth;
import dev.shardline.storage.ObjectLocation;
import dev.shardline.storage.ObjectPage;
import dev.shardline.storage.ObjectSummary;
import java.io.IOException;
import java.util.List;
import software.amazon.awssdk.services.s3.model.EncodingType;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.S3Object;

/// Lists pages.
final class S3Listing {
  /// No key below a folder comes after the folder's key and this, the last character of all.
  private static final String LAST = Character.toString(Character.MAX_CODE_POINT);

  private final S3Calls calls;

  S3Listing(S3Calls calls) {
    this.calls = calls;
  }

  ObjectPage page(ListRequest request) throws IOException {
    ListObjectsV2Request query = query(request);
    ListObjectsV2Response response = ask(request, query);
    while (response.isTruncated() && isEmpty(response)) {
      String token = response.nextContinuationToken();
      response = ask(request, query.toBuilder().continuationToken(token).build());
    }
    return page(request.prefix(), response);
  }

  private static boolean isEmpty(ListObjectsV2Response response) {
    return response.contents().isEmpty() && response.commonPrefixes().isEmpty();
  }

  private ListObjectsV2Response ask(ListRequest request, ListObjectsV2Request query)
      throws IOException {
    return calls.call("list", request.prefix(), client -> client.listObjectsV2(query));
  }

  private static ListObjectsV2Request query(ListRequest request) {
    ListObjectsV2Request.Builder query =
        ListObjectsV2Request.builder()
            .bucket(request.prefix().container())
            .prefix(request.prefix().key())
            .maxKeys(Math.min(request.limit(), ListRequest.PAGE))
            .encodingType(EncodingType.URL);
    if (!request.startAfter().isEmpty()) {
      query.startAfter(start(request));
    }
    if (request.depth() == Depth.SHALLOW) {
      query.delimiter("/");
    }
    return query.build();
  }

  private static String start(ListRequest request) {
    String start = request.startAfter();
    boolean afterFolder =
        request.depth() == Depth.SHALLOW
            && start.endsWith("/")
            && start.length() > request.prefix().key().length();
    return afterFolder ? start + LAST : start;
  }

  private static ObjectPage page(ObjectLocation prefix, ListObjectsV2Response response) {
    List<ObjectSummary> objects =
        response.contents().stream().map(object -> summary(prefix, object)).toList();
    List<ObjectLocation> directories =
        response.commonPrefixes().stream()
            .map(common -> location(prefix, common.prefix()))
            .toList();
    return new ObjectPage(objects, directories, response.isTruncated());
  }

  private static ObjectSummary summary(ObjectLocation prefix, S3Object object) {
    return new ObjectSummary(
        location(prefix, object.key()), object.size(), EntityTags.version(object.eTag(), null));
  }

  private static ObjectLocation location(ObjectLocation prefix, String key) {
    return new ObjectLocation(prefix.scheme(), prefix.container(), key);
  }
}
