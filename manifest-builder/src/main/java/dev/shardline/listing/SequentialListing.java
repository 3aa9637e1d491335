package dev.shardline.listing;

import dev.shardline.storage.ListRequest;
import dev.shardline.storage.ObjectLocation;
import dev.shardline.storage.ObjectPage;
import dev.shardline.storage.ObjectStore;
import dev.shardline.storage.StoreProvider;
import java.io.IOException;

/// Lists page after page, in key order: what is best for a local folder.
///
/// @param stores where the prefix's store comes from
public record SequentialListing(StoreProvider stores) implements PrefixLister {
  @Override
  public void list(ObjectLocation prefix, PageConsumer pages) throws IOException {
    ObjectStore store = stores.storeOf(prefix);
    ListRequest request = ListRequest.everythingUnder(prefix);
    for (ObjectPage page = store.list(request);
        !page.objects().isEmpty();
        page = store.list(request)) {
      pages.accept(page.objects());
      if (!page.more()) {
        return;
      }
      request = request.after(page.objects().getLast().location().key());
    }
  }
}
