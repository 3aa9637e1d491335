package dev.shardline.pipeline.bundle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shardline.config.Section;
import dev.shardline.digest.CanonicalJson;
import dev.shardline.storage.ObjectLocation;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Cuts the configuration into what each container needs. Local tables of the data set go along,
/// and the configuration then names them where they will be.
public final class ConfigBundler {
  private static final String DATASET = "dataset";
  private static final String TABLES = "tables";
  private static final String FILE = "file";

  private ConfigBundler() {}

  /// What the build needs: everything but the section `pipeline`, overrides applied. A table that
  /// cannot be read is a problem of the configuration.
  ///
  /// @param root the top of the configuration
  public static ConfigBundle forBuild(Section root) {
    Map<String, String> files = new TreeMap<>();
    ObjectNode dataset = root.sectionOrEmpty(DATASET).value().deepCopy();
    List<Section> tables = root.sectionOrEmpty(DATASET).sections(TABLES);
    for (int i = 0; i < tables.size(); i++) {
      String name = addTable(tables.get(i), i, files);
      if (!name.isEmpty() && dataset.path(TABLES).get(i) instanceof ObjectNode table) {
        table.put(FILE, name);
      }
    }
    ObjectNode config = CanonicalJson.object();
    config.set(DATASET, dataset);
    copy(root, config);
    files.put(ConfigBundle.CONFIG, text(config));
    return new ConfigBundle(files);
  }

  /// What the workers need: the sections `recipe` and `output`.
  ///
  /// @param root the top of the configuration
  public static ConfigBundle forProcess(Section root) {
    ObjectNode config = CanonicalJson.object();
    copy(root, config);
    return new ConfigBundle(Map.of(ConfigBundle.CONFIG, text(config)));
  }

  private static void copy(Section root, ObjectNode config) {
    for (String section : List.of("recipe", "output")) {
      if (root.value().hasNonNull(section)) {
        config.set(section, root.value().get(section));
      }
    }
  }

  /// @return the table's name in the bundle; empty for one that is not local
  private static String addTable(Section table, int number, Map<String, String> files) {
    ObjectLocation location = table.location(FILE).orElse(null);
    if (location == null || !location.scheme().equals("file")) {
      return "";
    }
    Path path = location.toPath();
    String name = "table-%d-%s".formatted(number, path.getFileName());
    try {
      files.put(name, Files.readString(path, StandardCharsets.UTF_8));
      return name;
    } catch (MalformedInputException e) {
      table.problem(FILE, "expected a text in UTF-8: " + path);
    } catch (IOException e) {
      table.problem(FILE, "cannot be read: " + e);
    }
    return "";
  }

  private static String text(JsonNode json) {
    return new String(CanonicalJson.file(json), StandardCharsets.UTF_8);
  }
}
