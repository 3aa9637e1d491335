package dev.shardline.pipeline.sagemaker;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shardline.digest.CanonicalJson;
import dev.shardline.digest.Digest;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/// A pipeline as it is deployed.
///
/// @param definition its JSON
/// @param modifiedBy who changed it last, as far as the service tells; may be empty
/// @param tags by key
public record DeployedPipeline(
    String arn,
    JsonNode definition,
    String role,
    Instant modified,
    String modifiedBy,
    Map<String, String> tags) {
  /// The tag that holds the digest of the definition that Shardline deployed last.
  public static final String DIGEST_TAG = "shardline:definition";

  public DeployedPipeline {
    tags = Map.copyOf(new TreeMap<>(tags));
  }

  /// The digest of the definition, whatever the order of its keys.
  public Digest digest() {
    return digestOf(definition);
  }

  /// The digest of a definition that may not have been sent yet. Taken of what the service gives
  /// back: text read again, in which 2.0 and 2 are the same number.
  static Digest digestOf(JsonNode definition) {
    try {
      return CanonicalJson.digestOf(CanonicalJson.parse(CanonicalJson.line(definition)));
    } catch (IOException impossible) {
      throw new IllegalStateException("A JSON tree can be read again", impossible);
    }
  }

  /// Whether the definition is not the one that Shardline deployed last: someone edited it by other
  /// means.
  public boolean editedElsewhere() {
    String known = tags.get(DIGEST_TAG);
    return known == null || !known.equals(digest().hex());
  }
}
