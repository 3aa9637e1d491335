package dev.shardline.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shardline.digest.CanonicalJson;
import dev.shardline.failure.UsageException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// A configuration file with the command line's overrides laid over it.
///
/// The owners of the sections read them through [#root()], then [Problems#throwIfAny()] tells the
/// user everything that was wrong. Not for use by several threads.
public final class Config {
  private final JsonNode root;
  private final Map<String, Place> places;
  private final Place whole;
  private final Problems problems = new Problems();

  private Config(YamlTree.Parsed parsed, Place whole) {
    this.root = parsed.root();
    this.places = parsed.places();
    this.whole = whole;
  }

  /// Reads a file. Relative paths in it start from its folder, those in overrides from the current
  /// folder.
  ///
  /// @param overrides `path.to.key=value`, the value in YAML; later ones win
  /// @throws UsageException if the file cannot be read, is no YAML, or an override has no `=`
  public static Config load(Path file, List<String> overrides) {
    Path folder = file.toAbsolutePath().normalize().getParent();
    try {
      return parse(
          Files.readString(file, StandardCharsets.UTF_8),
          file.toString(),
          folder == null ? Path.of("/") : folder,
          overrides);
    } catch (NoSuchFileException e) {
      throw new UsageException(
          "%s: there is no such file; `shardline init DIR` writes one to start from"
              .formatted(file),
          e);
    } catch (IOException e) {
      throw new UsageException("%s: cannot be read: %s".formatted(file, e), e);
    }
  }

  /// As [#load], from a text.
  ///
  /// @param file the name that messages show
  /// @param base the folder that relative paths start from
  public static Config parse(String text, String file, Path base, List<String> overrides) {
    Config config = new Config(YamlTree.parse(text, file, base), new Place(file, 1, base));
    if (!config.root.isObject()) {
      throw new UsageException(
          "%s: expected sections such as \"dataset:\", found %s"
              .formatted(file, Section.describe(config.root)));
    }
    overrides.forEach(config::override);
    return config;
  }

  /// The top of the file.
  public Section root() {
    return new Section(this, "", root);
  }

  public Problems problems() {
    return problems;
  }

  /// The place of a path: of the value itself or of the nearest enclosing one that was written.
  Place placeOf(String path) {
    Place place = places.get(path);
    int dot = path.lastIndexOf('.');
    if (place != null) {
      return place;
    }
    return dot < 0 ? whole : placeOf(path.substring(0, dot));
  }

  private void override(String text) {
    int equals = text.indexOf('=');
    if (equals < 1) {
      throw new UsageException(
          "--set %s: expected path.to.key=value, for example --set dataset.seed=7".formatted(text));
    }
    String path = text.substring(0, equals);
    YamlTree.Parsed value =
        YamlTree.parse(text.substring(equals + 1), "--set " + text, Path.of("").toAbsolutePath());
    place(root, path, path, value.root());
    places.keySet().removeIf(known -> known.equals(path) || known.startsWith(path + "."));
    value
        .places()
        .forEach((below, place) ->
            places.put(
                below.isEmpty() ? path : path + "." + below,
                new Place(place.file(), 0, place.base())));
  }

  private static void place(JsonNode parent, String rest, String path, JsonNode value) {
    int dot = rest.indexOf('.');
    String key = dot < 0 ? rest : rest.substring(0, dot);
    if (dot < 0) {
      put(parent, key, path, value);
      return;
    }
    JsonNode child = parent.isArray() ? parent.get(index(parent, key, path)) : parent.get(key);
    if (child == null || !child.isContainerNode()) {
      child = CanonicalJson.object();
      put(parent, key, path, child);
    }
    place(child, rest.substring(dot + 1), path, value);
  }

  private static void put(JsonNode parent, String key, String path, JsonNode value) {
    switch (parent) {
      case ObjectNode object -> object.set(key, value);
      case ArrayNode array -> array.set(index(array, key, path), value);
      default -> throw new IllegalStateException("Only containers have children: " + path);
    }
  }

  private static int index(JsonNode array, String key, String path) {
    int index = key.matches("\\d{1,6}") ? Integer.parseInt(key) : -1;
    if (index < 0 || index >= array.size()) {
      throw new UsageException(
          "--set %s: expected a list index from 0 to %d, found \"%s\""
              .formatted(path, array.size() - 1, key));
    }
    return index;
  }
}
