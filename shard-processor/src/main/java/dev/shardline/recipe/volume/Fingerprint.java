package dev.shardline.recipe.volume;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shardline.digest.CanonicalJson;
import dev.shardline.failure.MalformedDataException;
import dev.shardline.failure.Reason;
import dev.shardline.recipe.ExactSum;
import dev.shardline.recipe.tensor.ValueHistogram;
import dev.shardline.volume.Axis;
import dev.shardline.volume.Volume;
import dev.shardline.volume.statistics.Moments;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// What the train split's volumes are like, as nnU-Net's data set fingerprint: how often each shape
/// and each spacing occurs, and the distribution of the subject's values, all of them and not a
/// sample. Merges exactly. One thread at a time.
final class Fingerprint {
  private static final List<Double> PERCENTILES = List.of(0.5, 50.0, 99.5);

  private final SortedMap<String, Long> shapes = new TreeMap<>();
  private final SortedMap<String, Long> spacings = new TreeMap<>();
  private final ValueHistogram values = new ValueHistogram();
  private ExactSum sum = ExactSum.ZERO;
  private ExactSum squares = ExactSum.ZERO;

  /// Takes in a volume.
  ///
  /// @param subject the finite values of its subject, at least one
  void add(Volume volume, float[] subject) {
    shapes.merge(axes(axis -> volume.shape().extent(axis) + ""), 1L, Long::sum);
    spacings.merge(axes(axis -> volume.spacing().along(axis) + ""), 1L, Long::sum);
    for (float value : subject) {
      values.add(value);
    }
    Moments moments = Moments.of(subject);
    double mean = moments.mean();
    sum = sum.plus(mean * moments.count());
    squares =
        squares.plus((moments.deviation() * moments.deviation() + mean * mean) * moments.count());
  }

  private interface OfAxis {
    String of(Axis axis);
  }

  private static String axes(OfAxis text) {
    return String.join(" ", Axis.ALL.stream().map(text::of).toList());
  }

  /// Takes in all of another one.
  void add(Fingerprint other) {
    other.shapes.forEach((shape, count) -> shapes.merge(shape, count, Long::sum));
    other.spacings.forEach((spacing, count) -> spacings.merge(spacing, count, Long::sum));
    values.add(other.values);
    sum = sum.plus(other.sum);
    squares = squares.plus(other.squares);
  }

  /// How many volumes it tells of.
  long volumes() {
    return shapes.values().stream().mapToLong(Long::longValue).sum();
  }

  /// The value that so many percent of the subject's values do not exceed; of at least one volume.
  double percentile(double percent) {
    return values.percentile(percent);
  }

  /// Of the subject's values of at least one volume.
  double mean() {
    return sum.value()
        .divide(BigDecimal.valueOf(values.total()), MathContext.DECIMAL128)
        .doubleValue();
  }

  /// The population's standard deviation of the subject's values of at least one volume.
  double deviation() {
    BigDecimal count = BigDecimal.valueOf(values.total());
    BigDecimal variance =
        squares
            .value()
            .multiply(count)
            .subtract(sum.value().pow(2))
            .divide(count.pow(2), MathContext.DECIMAL128);
    return Math.sqrt(Math.max(0, variance.doubleValue()));
  }

  /// Counts first, then what they say, for people.
  ObjectNode toJson() {
    ObjectNode form = CanonicalJson.object().put("volumes", volumes());
    shapes.forEach(form.putObject("shapes")::put);
    spacings.forEach(form.putObject("spacings-mm")::put);
    form.put("sum", sum.toString()).put("squares", squares.toString());
    form.set("subject", values.write());
    if (volumes() > 0) {
      form.set("median-shape", medians(shapes));
      form.set("median-spacing-mm", medians(spacings));
      ObjectNode subject = form.putObject("subject-values");
      PERCENTILES.forEach(
          percent -> subject.put("percentile-" + percent, percentile(percent) + ""));
      subject.put("mean", mean() + "").put("deviation", deviation() + "");
    }
    return form;
  }

  /// For each axis the lower median over all volumes.
  private static ArrayNode medians(SortedMap<String, Long> counts) {
    ArrayNode medians = CanonicalJson.object().putArray("medians");
    for (Axis axis : Axis.ALL) {
      List<Double> all = new ArrayList<>();
      counts.forEach((text, count) -> {
        double value = Double.parseDouble(text.split(" ", -1)[axis.index()]);
        for (long i = 0; i < count; i++) {
          all.add(value);
        }
      });
      all.sort(Comparator.naturalOrder());
      medians.add(all.get((all.size() - 1) / 2) + "");
    }
    return medians;
  }

  /// @throws MalformedDataException if [#toJson] did not write this
  static Fingerprint parse(JsonNode form) throws MalformedDataException {
    Fingerprint fingerprint = new Fingerprint();
    readCounts(form.path("shapes"), fingerprint.shapes);
    readCounts(form.path("spacings-mm"), fingerprint.spacings);
    fingerprint.values.add(ValueHistogram.read(form.path("subject")));
    fingerprint.sum = ExactSum.parse("sum", form.path("sum").asText());
    fingerprint.squares = ExactSum.parse("squares", form.path("squares").asText());
    if (fingerprint.volumes() != form.path("volumes").asLong(-1)) {
      throw malformed("volumes", form.path("volumes"));
    }
    return fingerprint;
  }

  private static void readCounts(JsonNode counts, SortedMap<String, Long> into)
      throws MalformedDataException {
    for (var entry : counts.properties()) {
      boolean threeNumbers = entry.getKey().matches("[0-9.E-]+ [0-9.E-]+ [0-9.E-]+");
      if (!threeNumbers || entry.getValue().asLong() < 1) {
        throw malformed("counts", counts);
      }
      into.put(entry.getKey(), entry.getValue().asLong());
    }
  }

  private static MalformedDataException malformed(String field, JsonNode found) {
    return new MalformedDataException(
        Reason.MALFORMED, field, "a fingerprint as it was written", found.toString());
  }
}
