package dev.shardline.listing.parallel;

import dev.shardline.storage.ObjectLocation;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// What went wrong in a listing, made into one failure. For the thread that holds the frontier's
/// lock.
final class ListingFailures {
  private final TreeSet<ObjectLocation> denied = new TreeSet<>();
  private final List<Exception> failures = new ArrayList<>();

  void add(ObjectLocation prefix, Exception failure) {
    failures.add(failure);
    if (failure instanceof AccessDeniedException) {
      denied.add(prefix);
    }
  }

  /// Throws the failure to tell, the others suppressed within it: that of permission, for all
  /// prefixes at once, else the first.
  void throwIfAny() throws IOException {
    if (failures.isEmpty()) {
      return;
    }
    Exception told = denied.size() > 1 ? allDenied() : failures.removeFirst();
    failures.forEach(told::addSuppressed);
    switch (told) {
      case IOException broken -> throw broken;
      case RuntimeException broken -> throw broken;
      default -> throw new IllegalStateException(told);
    }
  }

  private AccessDeniedException allDenied() {
    String others =
        denied.stream().skip(1).map(ObjectLocation::toString).collect(Collectors.joining(", "));
    return new AccessDeniedException(
        denied.getFirst().toString(), null, "permission denied to list it, and " + others);
  }
}
