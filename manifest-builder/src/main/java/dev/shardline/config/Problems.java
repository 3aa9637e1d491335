package dev.shardline.config;

import dev.shardline.failure.UsageException;
import java.util.ArrayList;
import java.util.List;

/// Gathers what is wrong with a configuration, so that the user learns all of it at once. Not for
/// use by several threads.
public final class Problems {
  /// @param path dotted path of the key, such as `dataset.split.train`
  public record Problem(Place place, String path, String message) {
    @Override
    public String toString() {
      return place + ": " + path + ": " + message;
    }
  }

  private final List<Problem> found = new ArrayList<>();

  public void add(Place place, String path, String message) {
    found.add(new Problem(place, path, message));
  }

  /// In the order in which they were found; a copy.
  public List<Problem> all() {
    return List.copyOf(found);
  }

  /// @throws UsageException naming every problem, if there is one
  public void throwIfAny() {
    if (found.isEmpty()) {
      return;
    }
    String count =
        found.size() == 1
            ? "The configuration has a problem"
            : "The configuration has " + found.size() + " problems";
    throw new UsageException(
        count + ":\n  " + String.join("\n  ", found.stream().map(Problem::toString).toList()));
  }
}
