package dev.shardline.cli.setup;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shardline.cli.session.Wiring;
import dev.shardline.digest.CanonicalJson;
import dev.shardline.recipe.RecipeSchema;
import dev.shardline.shard.ShardFormats;
import java.io.IOException;
import java.io.InputStream;

/// The JSON schema (2020-12) of `shardline.yaml`: editors complete and check a configuration by it.
/// What steps there are it is told by the steps themselves, those of jars on the class path
/// included. It refers to nothing outside itself.
final class ConfigurationSchema {
  /// The name under which it lies beside a configuration.
  static final String FILE_NAME = "shardline.schema.json";

  /// The line by which editors find it.
  static final String EDITOR_LINE = "# yaml-language-server: $schema=" + FILE_NAME + "\n";

  private static final String RESOURCE = "configuration.schema.json";

  private ConfigurationSchema() {}

  static ObjectNode whole() throws IOException {
    try (InputStream resource = ConfigurationSchema.class.getResourceAsStream(RESOURCE)) {
      if (resource == null) {
        throw new IllegalStateException("The program lacks its resource " + RESOURCE);
      }
      ObjectNode schema = (ObjectNode) CanonicalJson.parse(resource.readAllBytes());
      RecipeSchema.addTo(schema, Wiring.steps());
      ObjectNode format = (ObjectNode) schema.at("/properties/output/properties/format");
      ArrayNode formats = format.putArray("enum");
      ShardFormats.all().forEach(known -> formats.add(known.name()));
      return schema;
    }
  }
}
