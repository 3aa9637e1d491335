package dev.shardline.listing;

import dev.shardline.storage.ListRequest;
import dev.shardline.storage.ListRequest.Depth;
import dev.shardline.storage.ObjectLocation;
import dev.shardline.storage.ObjectPage;
import dev.shardline.storage.ObjectStore;
import dev.shardline.storage.ObjectSummary;
import dev.shardline.storage.PermissionDeniedException;
import dev.shardline.storage.StoreProvider;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;

/// Lists what may be listed under a prefix. Where the whole is not permitted, each folder in it is
/// listed by itself; one that is not permitted either is left out and told.
///
/// @param stores where a prefix's store comes from
/// @param lister lists a prefix that is permitted, in key order
/// @param denied told every prefix that is left out
record PermittedListing(StoreProvider stores, PrefixLister lister, Consumer<ObjectLocation> denied)
    implements PrefixLister {
  @Override
  public void list(ObjectLocation prefix, PageConsumer pages) throws IOException {
    Remainder remainder = new Remainder(pages);
    try {
      lister.list(prefix, remainder);
    } catch (PermissionDeniedException _) {
      listFolders(prefix, remainder.rest());
    }
  }

  private void listFolders(ObjectLocation prefix, PageConsumer pages) throws IOException {
    ObjectStore store = stores.storeOf(prefix);
    try {
      ListRequest request = new ListRequest(prefix, "", Depth.SHALLOW, ListRequest.PAGE);
      ObjectPage page = store.list(request);
      while (!page.objects().isEmpty() || !page.directories().isEmpty()) {
        pages.accept(page.objects());
        for (ObjectLocation folder : page.directories()) {
          list(folder, pages);
        }
        if (!page.more()) {
          return;
        }
        request = request.after(page.lastKey());
        page = store.list(request);
      }
    } catch (PermissionDeniedException _) {
      denied.accept(prefix);
    }
  }

  /// Remembers how far a listing came before it was denied, so that nothing is given twice. For one
  /// thread.
  private static final class Remainder implements PageConsumer {
    private final PageConsumer pages;
    private String last = "";

    Remainder(PageConsumer pages) {
      this.pages = pages;
    }

    @Override
    public void accept(List<ObjectSummary> objects) throws IOException {
      if (!objects.isEmpty()) {
        pages.accept(objects);
        last = objects.getLast().location().key();
      }
    }

    /// Takes what was not yet given.
    PageConsumer rest() {
      String from = last;
      return objects -> {
        List<ObjectSummary> missing =
            objects.stream()
                .filter(
                    object -> ObjectLocation.KEY_ORDER.compare(object.location().key(), from) > 0)
                .toList();
        if (!missing.isEmpty()) {
          pages.accept(missing);
        }
      };
    }
  }
}
