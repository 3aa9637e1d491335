package dev.shardline.build;

import dev.shardline.config.Section;
import dev.shardline.failure.UsageException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/// Makes values of what was read; what they refuse becomes a problem of the key.
final class Attempt {
  private Attempt() {}

  /// What `make` gives; empty if it refuses.
  static <T> Optional<T> at(Section section, String key, Supplier<T> make) {
    try {
      return Optional.of(make.get());
    } catch (UsageException | IllegalArgumentException e) {
      section.problem(key, String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }

  /// Everything that `make` gives of the texts of a key.
  static <T> List<T> each(Section section, String key, Function<String, T> make) {
    List<T> made = new ArrayList<>();
    for (String text : section.texts(key)) {
      at(section, key, () -> make.apply(text)).ifPresent(made::add);
    }
    return made;
  }
}
