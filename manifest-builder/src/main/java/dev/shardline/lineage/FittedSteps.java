package dev.shardline.lineage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shardline.digest.CanonicalJson;
import dev.shardline.digest.Digest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// What the steps of a recipe learnt from a train split: the file that a fit pass ends in and that
/// lies in every run of the recipe.
///
/// @param train digest of the train split's parts
/// @param outputVersion the software's output version
/// @param steps in the order in which they were fitted
public record FittedSteps(Digest train, int outputVersion, List<FittedStep> steps) {
  /// The file's name inside a run.
  public static final String FILE_NAME = "fitted.json";

  private static final int FORMAT = 1;

  /// What one step learnt.
  ///
  /// @param place where it stands in the recipe: `3:train-z-score`
  /// @param target digest of what decided what the step was shown
  /// @param samples the train samples that were looked at
  /// @param unusable how many of them could not be used
  /// @param learnt in the step's own form
  public record FittedStep(
      String place, Digest target, long samples, long unusable, JsonNode learnt) {
    /// What the recipe of a run names as `learnt`.
    public Digest digest() {
      return CanonicalJson.digestOf(json());
    }

    ObjectNode json() {
      ObjectNode node =
          CanonicalJson.object()
              .put("place", place)
              .put("target", target.hex())
              .put("samples", samples)
              .put("unusable", unusable);
      node.set("learnt", learnt);
      return node;
    }
  }

  public FittedSteps {
    steps = List.copyOf(steps);
  }

  /// What the step at a place learnt, if it is here and was shown what it would be shown now.
  public Optional<FittedStep> find(String place, Digest target) {
    return steps.stream()
        .filter(step -> step.place().equals(place) && step.target().equals(target))
        .findFirst();
  }

  /// The file's name where fits are kept: `fitted-<first 16 digits of its digest>.json`.
  public String digestName() {
    return "fitted-" + Digest.of(toBytes()).shortHex() + ".json";
  }

  /// The file's bytes.
  public byte[] toBytes() {
    ObjectNode node =
        CanonicalJson.object()
            .put("fitted", FORMAT)
            .put("train", train.hex())
            .put("output-version", outputVersion);
    var array = node.putArray("steps");
    steps.forEach(step -> array.add(step.json()));
    return CanonicalJson.file(node);
  }

  /// Reads what [#toBytes] wrote.
  ///
  /// @param place where the bytes come from, for messages
  /// @throws DamagedFileException if they are anything else
  public static FittedSteps read(byte[] bytes, String place) throws DamagedFileException {
    try {
      JsonNode node = CanonicalJson.parse(bytes);
      List<FittedStep> steps = new ArrayList<>();
      node.required("steps").forEach(step -> steps.add(step(step)));
      FittedSteps fitted =
          new FittedSteps(
              new Digest(node.required("train").asText()),
              node.required("output-version").asInt(),
              steps);
      if (!Arrays.equals(fitted.toBytes(), bytes)) {
        throw new DamagedFileException(place, "it is not in the form in which it was written");
      }
      return fitted;
    } catch (DamagedFileException e) {
      throw e;
    } catch (IOException | IllegalArgumentException e) {
      throw new DamagedFileException(place, String.valueOf(e.getMessage()));
    }
  }

  private static FittedStep step(JsonNode node) {
    return new FittedStep(
        node.required("place").asText(),
        new Digest(node.required("target").asText()),
        node.required("samples").asLong(),
        node.required("unusable").asLong(),
        node.required("learnt"));
  }
}
