package dev.shardline.pipeline.dryrun;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shardline.digest.CanonicalJson;
import dev.shardline.pipeline.CachePolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;

/// Remembers the results of steps by what the service compares: the step's name, and of its request
/// the image with its arguments, the environment and the inputs' URIs; not the number of machines,
/// not the outputs, and not the content of anything. Kept in a folder, one file a result.
final class StepCache {
  private static final List<String> COMPARED =
      List.of(
          "AppSpecification",
          "AlgorithmSpecification",
          "Environment",
          "HyperParameters",
          "ProcessingInputs",
          "InputDataConfig");

  private final Path folder;
  private final Instant now;

  /// @param now against which ages are measured
  StepCache(Path folder, Instant now) {
    this.folder = folder;
    this.now = now;
  }

  /// @param request with all expressions worked out
  static String key(String pipeline, String step, JsonNode request) {
    ObjectNode compared = CanonicalJson.object().put("pipeline", pipeline).put("step", step);
    for (String field : COMPARED) {
      if (request.has(field)) {
        compared.set(field, request.get(field));
      }
    }
    return CanonicalJson.digestOf(compared).shortHex();
  }

  /// The description of an earlier job that may stand for a new one.
  Optional<JsonNode> find(String key, CachePolicy policy) throws IOException {
    Path file = file(key);
    if (!policy.enabled() || !Files.exists(file)) {
      return Optional.empty();
    }
    JsonNode entry = CanonicalJson.parse(Files.readAllBytes(file));
    Instant made = Instant.parse(entry.path("made").asText());
    boolean fresh =
        policy.expireAfter().isEmpty() || now.isBefore(expiry(made, policy.expireAfter()));
    return fresh ? Optional.of(entry.path("description")) : Optional.empty();
  }

  /// Remembers a result; the newest one counts. Results of steps that are not cached are remembered
  /// too, as on the service.
  void remember(String key, JsonNode description) throws IOException {
    Files.createDirectories(folder);
    ObjectNode entry = CanonicalJson.object().put("made", now.toString());
    entry.set("description", description);
    Path temporary = Files.createTempFile(folder, key, ".tmp");
    Files.write(temporary, CanonicalJson.file(entry));
    Files.move(temporary, file(key), StandardCopyOption.ATOMIC_MOVE);
  }

  private Path file(String key) {
    return folder.resolve(key + ".json");
  }

  static Instant expiry(Instant made, String after) {
    try {
      return made.plus(Duration.parse(after));
    } catch (DateTimeParseException calendar) {
      return made.atZone(ZoneOffset.UTC).plus(Period.parse(after)).toInstant();
    }
  }
}
