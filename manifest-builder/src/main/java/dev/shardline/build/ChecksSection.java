package dev.shardline.build;

import dev.shardline.config.Section;
import dev.shardline.manifest.Severity;
import dev.shardline.quality.CheckSpec;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

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
    Map<String, Severity> severities = severities(section.sectionOrEmpty("severities"));
    names(section, "gates").forEach(name -> severities.put(name, Severity.ERROR));
    Set<String> ignored = names(section, "ignore");
    section.finish();
    return new CheckSpec(headers, size, severities, ignored);
  }

  private static Map<String, Severity> severities(Section section) {
    Map<String, Severity> severities = new HashMap<>();
    for (String name : section.keys()) {
      Optional<Severity> severity = section.choice(name, Severity.class);
      if (isKnown(section, name, name)) {
        severity.ifPresent(found -> severities.put(name, found));
      }
    }
    section.finish();
    return severities;
  }

  private static Set<String> names(Section section, String key) {
    return section.texts(key).stream()
        .filter(name -> isKnown(section, key, name))
        .collect(Collectors.toSet());
  }

  private static boolean isKnown(Section section, String key, String name) {
    boolean known = CheckSpec.names().contains(name);
    if (!known) {
      String near =
          Section.nearest(name, CheckSpec.names())
              .map("did you mean \"%s\"?"::formatted)
              .orElseGet(() -> "there are " + String.join(", ", CheckSpec.names()));
      section.problem(key, "no check is named \"%s\"; %s".formatted(name, near));
    }
    return known;
  }
}
