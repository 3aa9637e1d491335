package dev.shardline.cli.session;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The command line that starts this same program once more as a worker: the same Java, options and
/// class path.
public final class JavaCommand {
  private static final String MAIN_CLASS = "dev.shardline.cli.Shardline";
  private static final String CACHE_OPTION = "-XX:AOTCache=";
  private static final String CACHE_MAKING_OPTION = "-XX:AOTCacheOutput=";
  private static final String VECTOR_OPTION = "--add-modules=jdk.incubator.vector";

  /// Set by the launcher: the archive of loaded classes that fits workers with the vector module.
  private static final String CACHE_PROPERTY = "shardline.worker.cache";

  private JavaCommand() {}

  /// @param vectors whether it gets Java's vector module, which this process may not have
  /// @param defaults options that those of this process overrule
  public static List<String> ofWorker(boolean vectors, List<String> defaults) {
    List<String> words = new ArrayList<>();
    words.add(System.getProperty("java.home") + "/bin/java");
    words.addAll(defaults);
    inputArguments().filter(JavaCommand::isPassedOn).forEach(words::add);
    if (vectors) {
      words.add(VECTOR_OPTION);
    }
    cache(vectors).ifPresent(words::add);
    words.add("-cp");
    words.add(System.getProperty("java.class.path"));
    words.add(MAIN_CLASS);
    return List.copyOf(words);
  }

  private static Stream<String> inputArguments() {
    return ManagementFactory.getRuntimeMXBean().getInputArguments().stream();
  }

  /// The archive that fits the worker's modules: its own, or this process's.
  private static Optional<String> cache(boolean vectors) {
    if (vectors) {
      String cache = System.getProperty(CACHE_PROPERTY, "");
      return !cache.isEmpty() && Files.exists(Path.of(cache))
          ? Optional.of(CACHE_OPTION + cache)
          : Optional.empty();
    }
    return inputArguments().anyMatch(VECTOR_OPTION::equals)
        ? Optional.empty()
        : inputArguments().filter(option -> option.startsWith(CACHE_OPTION)).findFirst();
  }

  /// Agents and debuggers are this process's own.
  private static boolean isPassedOn(String option) {
    return !option.startsWith("-javaagent")
        && !option.startsWith("-agentlib")
        && !option.startsWith(CACHE_OPTION)
        && !option.startsWith(CACHE_MAKING_OPTION)
        && !option.equals(VECTOR_OPTION);
  }
}
