package dev.shardline.storage.s3;

import dev.shardline.storage.ListRequest;
import dev.shardline.storage.ObjectPage;
import java.io.IOException;
import java.util.Optional;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;

/// Lists pages.
final class S3Listing {
  private final S3Calls calls;
  private final DirectListing direct;

  S3Listing(S3Calls calls, DirectListing direct) {
    this.calls = calls;
    this.direct = direct;
  }

  ObjectPage page(ListRequest request) throws IOException {
    ListingEntries entries = ask(new ListingQuery(request));
    while (entries.isEmpty() && !entries.token().isEmpty()) {
      entries = ask(new ListingQuery(request, entries.token()));
    }
    return entries.page(request.prefix());
  }

  private ListingEntries ask(ListingQuery query) throws IOException {
    Optional<ListingEntries> found = direct.ask(query);
    return found.isPresent() ? found.get() : askSdk(query);
  }

  private ListingEntries askSdk(ListingQuery query) throws IOException {
    ListingReader.Result result = new ListingReader.Result();
    ListObjectsV2Request request =
        query
            .forSdk()
            .overrideConfiguration(call -> call.putExecutionAttribute(ListingReader.RESULT, result))
            .build();
    ListObjectsV2Response response =
        calls.call("list", query.request().prefix(), client -> client.listObjectsV2(request));
    result.sent().ifPresent(sent -> direct.learn(query.bucket(), sent));
    return result.entries().orElseGet(() -> ListingEntries.of(response));
  }
}
