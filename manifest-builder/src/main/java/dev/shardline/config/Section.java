package dev.shardline.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shardline.digest.CanonicalJson;
import dev.shardline.storage.ObjectLocation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.jspecify.annotations.Nullable;

/// A mapping of the configuration, read key by key. Asking for a key makes it known; [#finish()]
/// reports every key that nobody asked for. A value of the wrong type is reported and read as
/// absent (a required one as an empty value of its type), so that reading goes on and finds the
/// rest: do not use what was read before [Problems#throwIfAny()].
public final class Section {
  private static final int NEAR = 3;

  private final Config config;
  private final String path;
  private final JsonNode node;
  private final Set<String> known = new TreeSet<>();

  Section(Config config, String path, JsonNode node) {
    this.config = config;
    this.path = path;
    this.node = node;
  }

  /// The dotted path of this section; empty for the top.
  public String path() {
    return path;
  }

  /// The section's value as it was written, with overrides.
  public JsonNode value() {
    return node;
  }

  /// The keys that are written here, in their order.
  public List<String> keys() {
    List<String> keys = new ArrayList<>();
    node.fieldNames().forEachRemaining(keys::add);
    return keys;
  }

  /// Whether the key is written and not null.
  public boolean has(String key) {
    return find(key) != null;
  }

  public Optional<String> text(String key) {
    JsonNode value = find(key);
    if (value == null) {
      return Optional.empty();
    }
    if (!value.isValueNode()) {
      wrong(key, "a text", value);
      return Optional.empty();
    }
    return Optional.of(value.asText());
  }

  public String requiredText(String key) {
    return text(key).orElseGet(() -> missing(key, ""));
  }

  /// A list of texts; a single text stands for a list of one; absent for none.
  public List<String> texts(String key) {
    JsonNode value = find(key);
    if (value == null) {
      return List.of();
    }
    List<String> texts = new ArrayList<>();
    for (JsonNode element : value.isArray() ? value : List.of(value)) {
      if (element.isValueNode()) {
        texts.add(element.asText());
      } else {
        wrong(key, "a text or a list of texts", value);
        return List.of();
      }
    }
    return List.copyOf(texts);
  }

  public Optional<Long> integer(String key) {
    JsonNode value = find(key);
    if (value == null) {
      return Optional.empty();
    }
    if (!value.isIntegralNumber() || !value.canConvertToLong()) {
      wrong(key, "a whole number", value);
      return Optional.empty();
    }
    return Optional.of(value.asLong());
  }

  /// A whole number from `least` to `most`.
  public Optional<Long> integer(String key, long least, long most) {
    Optional<Long> value = integer(key);
    if (value.isPresent() && (value.get() < least || value.get() > most)) {
      problem(
          key,
          "expected a whole number from %d to %d, found %d".formatted(least, most, value.get()));
      return Optional.empty();
    }
    return value;
  }

  public Optional<Double> number(String key) {
    JsonNode value = find(key);
    if (value == null) {
      return Optional.empty();
    }
    if (!value.isNumber()) {
      wrong(key, "a number", value);
      return Optional.empty();
    }
    return Optional.of(value.asDouble());
  }

  /// A number exactly as it was written: 0.7 is seven tenths.
  public Optional<BigDecimal> decimal(String key) {
    JsonNode value = find(key);
    if (value == null) {
      return Optional.empty();
    }
    if (!value.isNumber()) {
      wrong(key, "a number", value);
      return Optional.empty();
    }
    return Optional.of(value.decimalValue());
  }

  public Optional<Boolean> flag(String key) {
    JsonNode value = find(key);
    if (value == null) {
      return Optional.empty();
    }
    if (!value.isBoolean()) {
      wrong(key, "true or false", value);
      return Optional.empty();
    }
    return Optional.of(value.asBoolean());
  }

  /// One of an enum's constants, written in kebab-case.
  public <E extends Enum<E>> Optional<E> choice(String key, Class<E> type) {
    Optional<String> text = text(key);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    for (E constant : type.getEnumConstants()) {
      if (kebab(constant).equals(text.get())) {
        return Optional.of(constant);
      }
    }
    String all =
        Arrays.stream(type.getEnumConstants())
            .map(Section::kebab)
            .collect(Collectors.joining(", "));
    problem(key, "expected one of %s, found \"%s\"".formatted(all, text.get()));
    return Optional.empty();
  }

  /// A location: a URI, or a path relative to the file (or, in an override, to the current folder).
  public Optional<ObjectLocation> location(String key) {
    return text(key).map(text -> locate(key, text));
  }

  /// As [#texts], read as locations.
  public List<ObjectLocation> locations(String key) {
    return texts(key).stream().map(text -> locate(key, text)).toList();
  }

  /// A mapping below this one; empty if absent.
  public Optional<Section> section(String key) {
    JsonNode value = find(key);
    if (value == null) {
      return Optional.empty();
    }
    if (!value.isObject()) {
      wrong(key, "a mapping (indented keys)", value);
      return Optional.empty();
    }
    return Optional.of(new Section(config, child(key), value));
  }

  /// A mapping below this one; an empty one if absent.
  public Section sectionOrEmpty(String key) {
    return section(key)
        .orElseGet(() -> new Section(config, child(key), node.isObject() ? emptyObject() : node));
  }

  /// A list of mappings; each may be written as a bare text, which stands for a mapping with that
  /// text as its only key and no value.
  public List<Section> sections(String key) {
    JsonNode value = find(key);
    if (value == null) {
      return List.of();
    }
    if (!value.isArray()) {
      wrong(key, "a list (lines beginning with \"- \")", value);
      return List.of();
    }
    List<Section> sections = new ArrayList<>();
    for (int i = 0; i < value.size(); i++) {
      JsonNode element = value.get(i);
      String place = child(key) + "." + i;
      if (element.isTextual()) {
        sections.add(new Section(config, place, emptyObject().putNull(element.asText())));
      } else if (element.isObject()) {
        sections.add(new Section(config, place, element));
      } else {
        config
            .problems()
            .add(config.placeOf(place), place, "expected a mapping, found " + describe(element));
      }
    }
    return List.copyOf(sections);
  }

  /// Reports a problem with a key's value.
  public void problem(String key, String message) {
    config.problems().add(placeOf(key), child(key), message);
  }

  /// Where a key was written (or would have been).
  public Place placeOf(String key) {
    return config.placeOf(child(key));
  }

  public Problems problems() {
    return config.problems();
  }

  /// Reports every key that was written and never asked for, with the nearest known one.
  public void finish() {
    for (String key : keys()) {
      if (!known.contains(key)) {
        problem(key, "is not a key that is known here; " + suggestion(key));
      }
    }
  }

  /// "did you mean …?" or the list of what is known.
  private String suggestion(String key) {
    return nearest(key, known)
        .map(near -> "did you mean \"%s\"?".formatted(near))
        .orElseGet(() -> "known are " + String.join(", ", known));
  }

  /// The candidate that differs least from `text`, if one is near enough to be a typing error.
  public static Optional<String> nearest(String text, Set<String> candidates) {
    LevenshteinDistance distance = LevenshteinDistance.getDefaultInstance();
    return candidates.stream()
        .min(Comparator.comparing((String candidate) -> distance.apply(text, candidate)))
        .filter(near -> distance.apply(text, near) <= Math.max(NEAR, text.length() / NEAR));
  }

  private ObjectLocation locate(String key, String text) {
    try {
      return text.contains("://")
          ? ObjectLocation.parse(text)
          : ObjectLocation.ofPath(placeOf(key).base().resolve(text));
    } catch (IllegalArgumentException e) {
      problem(key, String.valueOf(e.getMessage()));
      return ObjectLocation.ofPath(placeOf(key).base());
    }
  }

  private @Nullable JsonNode find(String key) {
    known.add(key);
    JsonNode value = node.get(key);
    return value == null || value.isNull() ? null : value;
  }

  private <T> T missing(String key, T empty) {
    if (!has(key)) {
      problem(key, "is missing; give it a value");
    }
    return empty;
  }

  private void wrong(String key, String expected, JsonNode found) {
    problem(key, "expected %s, found %s".formatted(expected, describe(found)));
  }

  private String child(String key) {
    return path.isEmpty() ? key : path + "." + key;
  }

  private static ObjectNode emptyObject() {
    return CanonicalJson.object();
  }

  private static String kebab(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// A value as messages show it: its type and, for plain values, itself.
  static String describe(JsonNode value) {
    return switch (value.getNodeType()) {
      case OBJECT -> "a mapping";
      case ARRAY -> "a list";
      case NULL, MISSING -> "nothing";
      case STRING -> "the text \"%s\"".formatted(value.asText());
      case NUMBER -> "the number " + value.asText();
      case BOOLEAN -> value.asText();
      case BINARY, POJO -> "a value of another kind";
    };
  }
}
