package dev.shardline.recipe.volume;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shardline.digest.CanonicalJson;
import dev.shardline.failure.MalformedDataException;
import dev.shardline.failure.Reason;
import dev.shardline.recipe.ExactSum;
import dev.shardline.volume.intensity.HistogramLandmarks;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// The sums of volumes' landmarks. Exact, so that they merge in any order.
///
/// @param volumes how many were added
/// @param sums one for each landmark
record LandmarkSums(long volumes, List<ExactSum> sums) {
  private static final int LANDMARKS = HistogramLandmarks.PERCENTILES.size();
  private static final String VOLUMES = "volumes";
  private static final String SUMS = "sums";

  static final LandmarkSums NONE =
      new LandmarkSums(0, Collections.nCopies(LANDMARKS, ExactSum.ZERO));

  LandmarkSums {
    sums = List.copyOf(sums);
  }

  LandmarkSums plus(HistogramLandmarks landmarks) {
    List<ExactSum> more = new ArrayList<>();
    for (int i = 0; i < LANDMARKS; i++) {
      more.add(sums.get(i).plus(landmarks.values().get(i)));
    }
    return new LandmarkSums(volumes + 1, more);
  }

  LandmarkSums plus(LandmarkSums other) {
    List<ExactSum> both = new ArrayList<>();
    for (int i = 0; i < LANDMARKS; i++) {
      both.add(sums.get(i).plus(other.sums.get(i)));
    }
    return new LandmarkSums(volumes + other.volumes, both);
  }

  /// The mean landmarks of at least one volume.
  HistogramLandmarks mean() {
    BigDecimal count = BigDecimal.valueOf(volumes);
    return new HistogramLandmarks(
        sums.stream()
            .map(sum -> sum.value().divide(count, MathContext.DECIMAL128).doubleValue())
            .toList());
  }

  ObjectNode toJson() {
    ObjectNode form = CanonicalJson.object().put(VOLUMES, volumes);
    ArrayNode array = form.putArray(SUMS);
    sums.forEach(sum -> array.add(sum.toString()));
    return form;
  }

  /// @throws MalformedDataException if [#toJson] did not write this
  static LandmarkSums parse(JsonNode form) throws MalformedDataException {
    JsonNode volumes = form.path(VOLUMES);
    JsonNode array = form.path(SUMS);
    if (!volumes.canConvertToLong() || volumes.asLong() < 0 || array.size() != LANDMARKS) {
      throw new MalformedDataException(
          Reason.MALFORMED, "landmarks", LANDMARKS + " sums of volumes", form.toString());
    }
    List<ExactSum> sums = new ArrayList<>();
    for (JsonNode sum : array) {
      sums.add(ExactSum.parse(SUMS, sum.asText()));
    }
    return new LandmarkSums(volumes.asLong(), sums);
  }
}
