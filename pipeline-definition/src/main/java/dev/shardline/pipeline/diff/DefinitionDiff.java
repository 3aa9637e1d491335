package dev.shardline.pipeline.diff;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.shardline.pipeline.diff.Change.Added;
import dev.shardline.pipeline.diff.Change.Changed;
import dev.shardline.pipeline.diff.Change.Removed;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Compares two definitions. Lists whose members have names are compared by name, so that an added
/// step is one difference and not one for every step after it; other lists by position.
public final class DefinitionDiff {
  private static final List<String> NAMES =
      List.of("Name", "InputName", "OutputName", "ChannelName", "PropertyFileName", "Key");

  private final List<Change> changes = new ArrayList<>();

  private DefinitionDiff() {}

  /// The differences in the order of the paths' first appearance; empty if the two mean the same.
  public static List<Change> between(JsonNode deployed, JsonNode rendered) {
    DefinitionDiff diff = new DefinitionDiff();
    diff.compare("", deployed, rendered);
    return List.copyOf(diff.changes);
  }

  private void compare(String path, JsonNode before, JsonNode after) {
    if (before.isObject() && after.isObject()) {
      compareMembers(path, fields(path, before), fields(path, after));
    } else if (before.isArray() && after.isArray()) {
      compareMembers(path, members(path, before), members(path, after));
    } else if (!same(before, after)) {
      changes.add(new Changed(path, before, after));
    }
  }

  /// Numbers are the same by value: services give 1 back as 1.0.
  private static boolean same(JsonNode before, JsonNode after) {
    return (before.isNumber() && after.isNumber())
        ? before.decimalValue().compareTo(after.decimalValue()) == 0
        : before.equals(after);
  }

  private void compareMembers(
      String path, Map<String, JsonNode> before, Map<String, JsonNode> after) {
    Set<String> all = new LinkedHashSet<>(before.keySet());
    all.addAll(after.keySet());
    for (String member : all) {
      JsonNode old = before.get(member);
      JsonNode fresh = after.get(member);
      if (fresh == null && old != null) {
        changes.add(new Removed(member, old));
      } else if (old == null && fresh != null) {
        changes.add(new Added(member, fresh));
      } else if (old != null && fresh != null) {
        compare(member, old, fresh);
      }
    }
    if (path.equals("Steps")) {
      compareOrder(before, after);
    }
  }

  /// The order of steps is shown to people and means nothing to the service.
  private void compareOrder(Map<String, JsonNode> before, Map<String, JsonNode> after) {
    List<String> kept = new ArrayList<>(before.keySet());
    kept.retainAll(after.keySet());
    List<String> now = new ArrayList<>(after.keySet());
    now.retainAll(before.keySet());
    if (!kept.equals(now)) {
      changes.add(new Changed("order of steps", names(kept), names(now)));
    }
  }

  private static JsonNode names(List<String> paths) {
    List<String> names =
        paths.stream().map(path -> path.replaceAll("^Steps\\['|'\\]$", "")).toList();
    return TextNode.valueOf(String.join(", ", names));
  }

  private static Map<String, JsonNode> fields(String path, JsonNode object) {
    Map<String, JsonNode> fields = new LinkedHashMap<>();
    object
        .properties()
        .forEach(field ->
            fields.put(
                path.isEmpty() ? field.getKey() : path + "." + field.getKey(), field.getValue()));
    return fields;
  }

  private static Map<String, JsonNode> members(String path, JsonNode list) {
    Map<String, JsonNode> members = new LinkedHashMap<>();
    for (int i = 0; i < list.size(); i++) {
      String name = name(list.get(i));
      String key = path + (name.isEmpty() ? "[" + i + "]" : "['" + name + "']");
      members.put(members.containsKey(key) ? path + "[" + i + "]" : key, list.get(i));
    }
    return members;
  }

  private static String name(JsonNode member) {
    for (String key : NAMES) {
      if (member.path(key).isTextual()) {
        return member.path(key).textValue();
      }
    }
    return "";
  }
}
