package dev.shardline.fit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shardline.dataset.PartId;
import dev.shardline.digest.CanonicalJson;
import dev.shardline.digest.Digest;
import dev.shardline.lineage.DamagedFileException;
import java.io.IOException;

/// What a step learnt from one part of the train split. As a file: one line of canonical JSON.
///
/// @param target digest of what decides what the step is shown
/// @param partDigest digest of the part's samples file
/// @param samples the part's samples
/// @param unusable how many of them could not be used
/// @param example what was wrong with the first of these in part order; empty if there is none
/// @param learnt in the step's own form
record FitPartial(
    Digest target,
    PartId part,
    Digest partDigest,
    long samples,
    long unusable,
    String example,
    JsonNode learnt) {
  byte[] toBytes() {
    ObjectNode node =
        CanonicalJson.object()
            .put("fit", target.hex())
            .put("part", part.toString())
            .put("part-digest", partDigest.hex())
            .put("samples", samples)
            .put("unusable", unusable)
            .put("example", example);
    node.set("learnt", learnt);
    return CanonicalJson.line(node);
  }

  /// @param place where the bytes come from, for messages
  static FitPartial read(byte[] bytes, String place) throws DamagedFileException {
    try {
      JsonNode node = CanonicalJson.parse(bytes);
      return new FitPartial(
          new Digest(node.required("fit").asText()),
          PartId.parse(node.required("part").asText()),
          new Digest(node.required("part-digest").asText()),
          node.required("samples").asLong(),
          node.required("unusable").asLong(),
          node.required("example").asText(),
          node.required("learnt"));
    } catch (IOException | IllegalArgumentException e) {
      throw new DamagedFileException(place, String.valueOf(e.getMessage()));
    }
  }
}
