package dev.shardline.pipeline.settings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.shardline.pipeline.ServiceNamed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One mapping of the YAML, read key by key. What is wrong is added to a list shared by the whole
/// tree and a stand-in is returned, so that reading goes on and finds everything.
final class SettingsSection {
  private final JsonNode json;
  private final String place;
  private final List<Problem> problems;
  private final Set<String> asked = new LinkedHashSet<>();

  private SettingsSection(JsonNode json, String place, List<Problem> problems) {
    this.json = json;
    this.place = place;
    this.problems = problems;
  }

  static SettingsSection of(JsonNode json, String place, List<Problem> problems) {
    if (!json.isObject() && !json.isMissingNode() && !json.isNull()) {
      problems.add(Problem.error(place, "expected settings below it, found " + shown(json)));
      return new SettingsSection(MissingNode.getInstance(), place, problems);
    }
    return new SettingsSection(json, place, problems);
  }

  boolean has(String key) {
    return !take(key).isMissingNode();
  }

  SettingsSection section(String key) {
    return of(take(key), at(key), problems);
  }

  String text(String key, String otherwise) {
    JsonNode value = take(key);
    if (value.isMissingNode()) {
      return otherwise;
    }
    if (!value.isValueNode()) {
      wrong(key, "text", value);
      return otherwise;
    }
    return value.asText();
  }

  /// @param why what to write, told if the key is missing
  String requiredText(String key, String why) {
    String value = text(key, "");
    if (value.isEmpty()) {
      problems.add(Problem.error(at(key), "missing; expected " + why));
    }
    return value;
  }

  @Nullable String textOrNull(String key) {
    String value = text(key, "");
    return value.isEmpty() ? null : value;
  }

  int whole(String key, int otherwise) {
    JsonNode value = take(key);
    if (value.isMissingNode()) {
      return otherwise;
    }
    if (!value.isIntegralNumber() || !value.canConvertToInt()) {
      wrong(key, "a whole number", value);
      return otherwise;
    }
    return value.intValue();
  }

  @Nullable Integer wholeOrNull(String key) {
    return has(key) ? Integer.valueOf(whole(key, 1)) : null;
  }

  double decimal(String key, double otherwise) {
    JsonNode value = take(key);
    if (value.isMissingNode()) {
      return otherwise;
    }
    if (!value.isNumber()) {
      wrong(key, "a number", value);
      return otherwise;
    }
    return value.doubleValue();
  }

  boolean flag(String key, boolean otherwise) {
    JsonNode value = take(key);
    if (value.isMissingNode()) {
      return otherwise;
    }
    if (!value.isBoolean()) {
      wrong(key, "true or false", value);
      return otherwise;
    }
    return value.booleanValue();
  }

  Duration duration(String key, Duration otherwise) {
    JsonNode value = take(key);
    if (value.isMissingNode()) {
      return otherwise;
    }
    try {
      return DurationText.parse(value.asText());
    } catch (IllegalArgumentException e) {
      problems.add(Problem.error(at(key), e.getMessage()));
      return otherwise;
    }
  }

  /// An enum constant by its lower-case name with hyphens.
  <E extends Enum<E>> E choice(String key, E otherwise) {
    JsonNode value = take(key);
    if (value.isMissingNode()) {
      return otherwise;
    }
    List<String> known = new ArrayList<>();
    for (E constant : otherwise.getDeclaringClass().getEnumConstants()) {
      String name = constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
      if (name.equals(value.asText()) || isServiceName(constant, value.asText())) {
        return constant;
      }
      known.add(name);
    }
    wrong(key, "one of " + String.join(", ", known), value);
    return otherwise;
  }

  private static boolean isServiceName(Enum<?> constant, String text) {
    return constant instanceof ServiceNamed named && named.serviceName().equals(text);
  }

  List<String> texts(String key) {
    JsonNode value = take(key);
    List<String> texts = new ArrayList<>();
    if (value.isMissingNode()) {
      return texts;
    }
    if (!value.isArray()) {
      wrong(key, "a list", value);
      return texts;
    }
    value.forEach(member -> texts.add(member.asText()));
    return texts;
  }

  Map<String, String> textMap(String key) {
    JsonNode value = take(key);
    Map<String, String> map = new LinkedHashMap<>();
    if (value.isMissingNode()) {
      return map;
    }
    if (!value.isObject()) {
      wrong(key, "names with values", value);
      return map;
    }
    value.properties().forEach(entry -> map.put(entry.getKey(), entry.getValue().asText()));
    return map;
  }

  /// Reports every key that was not asked for, with the nearest one that was.
  void end() {
    json.fieldNames()
        .forEachRemaining(
            key -> {
              if (!asked.contains(key)) {
                problems.add(
                    Problem.error(
                        at(key), "unknown key; did you mean " + NearestName.of(key, asked) + "?"));
              }
            });
  }

  private JsonNode take(String key) {
    asked.add(key);
    JsonNode value = json.path(key);
    return value.isNull() ? MissingNode.getInstance() : value;
  }

  private String at(String key) {
    return place + "." + key;
  }

  private void wrong(String key, String expected, JsonNode found) {
    problems.add(Problem.error(at(key), "expected " + expected + ", found " + shown(found)));
  }

  private static String shown(JsonNode json) {
    String text = json.toString();
    return text.length() <= 60 ? text : text.substring(0, 60) + "…";
  }
}
