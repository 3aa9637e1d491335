package dev.shardline.build;

import dev.shardline.config.Section;
import dev.shardline.quality.CheckSpec;
import java.util.HashSet;
import java.util.Set;

/// Reads `dataset.checks`.
final class ChecksSection {
  private ChecksSection() {}

  static CheckSpec read(Section section) {
    CheckSpec usual = CheckSpec.DEFAULT;
    CheckSpec.Headers headers =
        section.choice("headers", CheckSpec.Headers.class).orElse(usual.headers());
    int size =
        section
            .integer("sample-size", 1, Integer.MAX_VALUE)
            .orElse((long) usual.sampleSize())
            .intValue();
    Set<String> gates = names(section, "gates");
    Set<String> ignored = names(section, "ignore");
    section.finish();
    return new CheckSpec(headers, size, gates, ignored);
  }

  private static Set<String> names(Section section, String key) {
    Set<String> names = new HashSet<>();
    for (String name : section.texts(key)) {
      if (CheckSpec.names().contains(name)) {
        names.add(name);
      } else {
        String near =
            Section.nearest(name, CheckSpec.names())
                .map("did you mean \"%s\"?"::formatted)
                .orElseGet(() -> "there are " + String.join(", ", CheckSpec.names()));
        section.problem(key, "no check is named \"%s\"; %s".formatted(name, near));
      }
    }
    return names;
  }
}
