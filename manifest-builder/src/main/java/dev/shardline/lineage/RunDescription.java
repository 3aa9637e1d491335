package dev.shardline.lineage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shardline.digest.CanonicalJson;
import dev.shardline.digest.Digest;
import dev.shardline.storage.ObjectLocation;
import java.io.IOException;
import java.util.Arrays;

/// What a run is: which data set goes through which recipe into which output. Written once as
/// `run.json`, by whoever comes first; everyone else must find the same bytes.
///
/// @param name the data set's name, with which the run's id begins
/// @param dataset where the data set lies
/// @param datasetDigest digest of its `dataset.json`
/// @param recipe the recipe's canonical form, with every default spelled out
/// @param output the output section's canonical form
/// @param outputVersion the software's output version
public record RunDescription(
    String name,
    ObjectLocation dataset,
    Digest datasetDigest,
    JsonNode recipe,
    JsonNode output,
    int outputVersion) {
  /// The file's name inside a run.
  public static final String FILE_NAME = "run.json";

  private static final int FORMAT = 1;
  private static final int ID_DIGITS = 12;

  /// What makes two runs the same run: equal identities give equal shards. Where the work lies, how
  /// many workers do it and which engine starts them is no part of it.
  public Digest identity() {
    return CanonicalJson.digestOf(
        CanonicalJson.object()
            .put("dataset", datasetDigest.hex())
            .put("recipe", CanonicalJson.digestOf(recipe).hex())
            .put("output", CanonicalJson.digestOf(output).hex())
            .put("output-version", outputVersion));
  }

  /// `<name>-<first 12 digits of the identity>`.
  public String id() {
    return name + "-" + identity().hex().substring(0, ID_DIGITS);
  }

  /// The bytes of `run.json`.
  public byte[] toBytes() {
    ObjectNode node =
        CanonicalJson.object()
            .put("run", FORMAT)
            .put("id", id())
            .put("name", name)
            .put("dataset", dataset.toString())
            .put("dataset-digest", datasetDigest.hex())
            .put("identity", identity().hex())
            .put("output-version", outputVersion);
    node.set("recipe", recipe);
    node.set("output", output);
    return CanonicalJson.file(node);
  }

  /// Reads what [#toBytes] wrote.
  ///
  /// @param place where the bytes come from, for messages
  /// @throws DamagedFileException if they are anything else
  public static RunDescription read(byte[] bytes, String place) throws DamagedFileException {
    try {
      JsonNode node = CanonicalJson.parse(bytes);
      RunDescription description =
          new RunDescription(
              node.required("name").asText(),
              ObjectLocation.parse(node.required("dataset").asText()),
              new Digest(node.required("dataset-digest").asText()),
              node.required("recipe"),
              node.required("output"),
              node.required("output-version").asInt());
      if (!Arrays.equals(description.toBytes(), bytes)) {
        throw new DamagedFileException(place, "its id and identity are not those of its content");
      }
      return description;
    } catch (IOException | IllegalArgumentException e) {
      throw e instanceof DamagedFileException damaged
          ? damaged
          : new DamagedFileException(place, String.valueOf(e.getMessage()));
    }
  }
}
