package dev.shardline.storage.memory;

import dev.shardline.storage.ListRequest;
import dev.shardline.storage.ListRequest.Depth;
import dev.shardline.storage.ObjectLocation;
import dev.shardline.storage.ObjectPage;
import dev.shardline.storage.ObjectSummary;
import java.util.ArrayList;
import java.util.List;

/// Fills one page from objects that come in key order.
final class PageBuilder {
  private final ListRequest request;
  private final List<ObjectSummary> objects = new ArrayList<>();
  private final List<ObjectLocation> directories = new ArrayList<>();
  private boolean more;

  PageBuilder(ListRequest request) {
    this.request = request;
  }

  /// Where in the store the page's objects begin.
  ObjectLocation first() {
    ObjectLocation prefix = request.prefix();
    String start = request.startAfter();
    return ObjectLocation.KEY_ORDER.compare(start, prefix.key()) > 0
        ? new ObjectLocation(prefix.scheme(), prefix.container(), start)
        : prefix;
  }

  /// Takes the next object in; false if the page is full and the object did not fit.
  boolean add(ObjectSummary object) {
    String key = object.location().key();
    if (!comesAfterStart(key)) {
      return true;
    }
    int slash = key.indexOf('/', request.prefix().key().length());
    boolean below = request.depth() == Depth.SHALLOW && slash >= 0;
    if (below && !directories.isEmpty() && directories.getLast().contains(object.location())) {
      return true;
    }
    if (objects.size() + directories.size() == request.limit()) {
      more = true;
      return false;
    }
    if (below) {
      directories.add(directory(key.substring(0, slash + 1)));
    } else {
      objects.add(object);
    }
    return true;
  }

  private boolean comesAfterStart(String key) {
    String start = request.startAfter();
    if (request.depth() == Depth.SHALLOW
        && start.endsWith("/")
        && start.length() > request.prefix().key().length()
        && key.startsWith(start)) {
      return false;
    }
    return ObjectLocation.KEY_ORDER.compare(key, start) > 0;
  }

  private ObjectLocation directory(String key) {
    return new ObjectLocation(request.prefix().scheme(), request.prefix().container(), key);
  }

  ObjectPage build() {
    return new ObjectPage(objects, directories, more);
  }
}
