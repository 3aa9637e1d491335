package dev.shardline.digest.batch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Whether vector lanes digest faster than the platform: where Java's vector module is there, and
/// the processor has wide vectors but no instructions for SHA-256.
final class LaneSupport {
  /// Lanes take about half a second until they are compiled, and save two for each GB.
  static final long WORTH_COMPILING = 256L << 20;

  private static final Path PROCESSORS = Path.of("/proc/cpuinfo");
  private static final String WIDE_VECTORS = "avx512f";
  private static final String SHA_INSTRUCTIONS = "sha_ni";

  private LaneSupport() {}

  static boolean isWorthwhile() {
    return isAvailable() && Processor.GAINS;
  }

  /// Whether this process was started with Java's vector module, without which [LaneDigest] cannot
  /// be loaded.
  static boolean isAvailable() {
    return ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
  }

  /// Whether a processor with these features gains.
  ///
  /// @param features as Linux names them
  static boolean gains(Set<String> features) {
    return features.contains(WIDE_VECTORS) && !features.contains(SHA_INSTRUCTIONS);
  }

  /// Read once, when first asked for.
  private static final class Processor {
    static final boolean GAINS = gains(features());

    private static Set<String> features() {
      try (Stream<String> lines = Files.lines(PROCESSORS, StandardCharsets.ISO_8859_1)) {
        Optional<String> flags = lines.filter(line -> line.startsWith("flags")).findFirst();
        return Arrays.stream(flags.orElse("").split("\\s+")).collect(Collectors.toSet());
      } catch (IOException _) {
        return Set.of(); // another system: its own SHA-256 will do
      }
    }
  }
}
