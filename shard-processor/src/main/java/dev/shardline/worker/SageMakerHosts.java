package dev.shardline.worker;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shardline.digest.CanonicalJson;
import dev.shardline.failure.UsageException;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The hosts of a SageMaker job, in the order of the numbers in their names (`algo-2` before
/// `algo-10`).
///
/// @param current this host
/// @param hosts all hosts, sorted
public record SageMakerHosts(String current, List<String> hosts) {
  private static final Comparator<String> BY_NUMBER =
      Comparator.comparing(SageMakerHosts::withoutNumber)
          .thenComparing(SageMakerHosts::number)
          .thenComparing(Comparator.naturalOrder());

  public SageMakerHosts {
    hosts = hosts.stream().sorted(BY_NUMBER).toList();
    if (!hosts.contains(current)) {
      throw new IllegalArgumentException(
          "the current host \"%s\" is not among the hosts %s".formatted(current, hosts));
    }
  }

  /// Reads `resourceconfig.json`.
  ///
  /// @throws UsageException if it is not what SageMaker writes
  static SageMakerHosts read(Path file) {
    try {
      JsonNode node = CanonicalJson.parse(Files.readAllBytes(file));
      List<String> hosts = new ArrayList<>();
      node.required("hosts").forEach(host -> hosts.add(host.asText()));
      return new SageMakerHosts(node.required("current_host").asText(), hosts);
    } catch (IOException | IllegalArgumentException e) {
      throw new UsageException(
          "%s: expected {\"current_host\":\"algo-1\",\"hosts\":[…]}: %s"
              .formatted(file, e.getMessage()),
          e);
    }
  }

  Rank rank() {
    return new Rank(hosts.indexOf(current), hosts.size());
  }

  private static String withoutNumber(String host) {
    return host.replaceFirst("\\d+$", "");
  }

  private static BigInteger number(String host) {
    String digits = host.substring(withoutNumber(host).length());
    return digits.isEmpty() ? BigInteger.ZERO : new BigInteger(digits);
  }
}
