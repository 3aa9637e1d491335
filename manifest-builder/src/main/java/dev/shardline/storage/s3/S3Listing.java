package dev.shardline.storage.s3;

import dev.shardline.storage.ListRequest;
import dev.shardline.storage.ListRequest.Depth;
import dev.shardline.storage.ObjectPage;
import java.io.IOException;
import software.amazon.awssdk.services.s3.model.EncodingType;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;

/// Lists pages.
final class S3Listing {
  /// No key below a folder comes after the folder's key and this, the last character of all.
  private static final String LAST = Character.toString(Character.MAX_CODE_POINT);

  private final S3Calls calls;

  S3Listing(S3Calls calls) {
    this.calls = calls;
  }

  ObjectPage page(ListRequest request) throws IOException {
    ListObjectsV2Request.Builder query = query(request);
    ListingEntries entries = ask(request, query);
    while (entries.isEmpty() && !entries.token().isEmpty()) {
      entries = ask(request, query.continuationToken(entries.token()));
    }
    return entries.page(request.prefix());
  }

  private ListingEntries ask(ListRequest request, ListObjectsV2Request.Builder query)
      throws IOException {
    ListingReader.Result result = new ListingReader.Result();
    query.overrideConfiguration(call -> call.putExecutionAttribute(ListingReader.RESULT, result));
    ListObjectsV2Response response =
        calls.call("list", request.prefix(), client -> client.listObjectsV2(query.build()));
    return result.entries().orElseGet(() -> ListingEntries.of(response));
  }

  private static ListObjectsV2Request.Builder query(ListRequest request) {
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
    return query;
  }

  private static String start(ListRequest request) {
    String start = request.startAfter();
    boolean afterFolder =
        request.depth() == Depth.SHALLOW
            && start.endsWith("/")
            && start.length() > request.prefix().key().length();
    return afterFolder ? start + LAST : start;
  }
}
