package dev.shardline.signal.format.table;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shardline.digest.CanonicalJson;
import dev.shardline.failure.MalformedDataException;
import dev.shardline.failure.Reason;
import dev.shardline.signal.SignalUnit;
import dev.shardline.signal.format.ByteSource;
import dev.shardline.signal.format.SampleFiles;
import dev.shardline.signal.format.raw.StoredText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// What the JSON files of a BIDS recording say together. By the inheritance principle every JSON
/// file of the same suffix applies whose entities are among the recording's; where several speak of
/// a key, the one with the most entities counts.
final class BidsSidecar {
  private static final int MOST_ENTITIES = 10;

  private final ObjectNode keys;

  private BidsSidecar(ObjectNode keys) {
    this.keys = keys;
  }

  /// @param name of the recording: `sub-01_task-rest_physio.tsv.gz`
  static BidsSidecar find(SampleFiles files, String name)
      throws MalformedDataException, IOException {
    ObjectNode keys = CanonicalJson.object();
    for (String candidate : candidates(name)) {
      Optional<ByteSource> found = files.find(candidate);
      if (found.isPresent()) {
        keys.setAll(parse(StoredText.bytesOf(found.get(), candidate), candidate));
      }
    }
    return new BidsSidecar(keys);
  }

  /// From the file that speaks of the most recordings to the one that speaks of this one.
  private static List<String> candidates(String name) {
    String base = name.contains(".") ? name.substring(0, name.indexOf('.')) : name;
    List<String> parts = List.of(base.split("_"));
    int entities = parts.size() - 1;
    if (entities > MOST_ENTITIES) {
      return List.of(base + ".json");
    }
    return IntStream.range(0, 1 << entities)
        .boxed()
        .sorted(Comparator.comparing((Integer chosen) -> Integer.bitCount(chosen)))
        .map(chosen -> candidate(parts, chosen))
        .toList();
  }

  private static String candidate(List<String> parts, int chosen) {
    List<String> kept = new ArrayList<>();
    for (int i = 0; i < parts.size() - 1; i++) {
      if ((chosen >> i & 1) != 0) {
        kept.add(parts.get(i));
      }
    }
    kept.add(parts.getLast());
    return String.join("_", kept) + ".json";
  }

  private static ObjectNode parse(byte[] json, String file) throws MalformedDataException {
    try {
      if (CanonicalJson.parse(json) instanceof ObjectNode object) {
        return object;
      }
      throw new MalformedDataException(Reason.MALFORMED, file, 0, "a JSON object", "another value");
    } catch (IOException broken) {
      throw new MalformedDataException(Reason.MALFORMED, file, 0, "JSON", "" + broken.getMessage());
    }
  }

  boolean isEmpty() {
    return keys.isEmpty();
  }

  /// `SamplingFrequency`, in hertz, if it is given.
  Optional<Double> samplingFrequency() throws MalformedDataException {
    JsonNode rate = keys.path("SamplingFrequency");
    if (rate.isMissingNode()) {
      return Optional.empty();
    }
    if (!rate.isNumber() || !(rate.doubleValue() >= 1e-6 && rate.doubleValue() <= 1e9)) {
      throw new MalformedDataException(
          Reason.MALFORMED, "SamplingFrequency", "more than 0, 1e-6 to 1e9 Hz", rate.toString());
    }
    return Optional.of(rate.doubleValue());
  }

  /// `Columns`, if given: the names of the columns, as the file has no header row.
  Optional<List<String>> columns() throws MalformedDataException {
    JsonNode columns = keys.path("Columns");
    if (columns.isMissingNode()) {
      return Optional.empty();
    }
    List<String> names = new ArrayList<>();
    for (JsonNode column : columns) {
      if (!column.isTextual() || column.textValue().isBlank()) {
        throw new MalformedDataException(
            Reason.MALFORMED, "Columns", "a list of names", columns.toString());
      }
      names.add(column.textValue());
    }
    if (names.isEmpty()) {
      throw new MalformedDataException(
          Reason.MALFORMED, "Columns", "a list of names", columns.toString());
    }
    return Optional.of(names);
  }

  /// The `Units` of a column's own entry; none if it has none.
  SignalUnit unit(String column) {
    JsonNode unit = keys.path(column).path("Units");
    return unit.isTextual() ? new SignalUnit(unit.textValue()) : SignalUnit.NONE;
  }
}
