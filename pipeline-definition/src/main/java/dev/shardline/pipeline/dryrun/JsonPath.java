package dev.shardline.pipeline.dryrun;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Follows the paths that definitions use: `a.b`, `a[0]`, `a['key']`. In a list whose members are
/// objects with a name, `['x']` is the member named x, as the service has it for inputs, outputs
/// and channels.
final class JsonPath {
  private static final Pattern STEP =
      Pattern.compile("\\G(?:\\.?([^.\\[\\]]+)|\\[(\\d+)\\]|\\['([^']*)'\\]|\\[\"([^\"]*)\"\\])");
  private static final List<String> NAMES =
      List.of("OutputName", "InputName", "ChannelName", "Name");

  private JsonPath() {}

  /// The value at the path; a missing node if there is none.
  static JsonNode find(JsonNode root, String path) {
    JsonNode node = root;
    Matcher step = STEP.matcher(path);
    int end = 0;
    while (step.find()) {
      node = next(node, step);
      end = step.end();
    }
    return end == path.length() && end > 0 ? node : MissingNode.getInstance();
  }

  private static JsonNode next(JsonNode node, Matcher step) {
    if (step.group(1) != null) {
      return node.path(step.group(1));
    }
    if (step.group(2) != null) {
      return node.path(Integer.parseInt(step.group(2)));
    }
    String key = step.group(3) != null ? step.group(3) : step.group(4);
    return node.isArray() ? named(node, key) : node.path(key);
  }

  private static JsonNode named(JsonNode list, String key) {
    for (JsonNode member : list) {
      for (String name : NAMES) {
        if (member.path(name).asText().equals(key)) {
          return member;
        }
      }
    }
    return MissingNode.getInstance();
  }
}
