package dev.shardline.cli.session;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The command line that starts this same program once more as a worker: the same Java, options and
/// class path, and the vector instructions, which only workers need.
public final class JavaCommand {
  private static final String MAIN_CLASS = "dev.shardline.cli.Shardline";
  private static final String CACHE_OPTION = "-XX:AOTCache=";
  private static final String VECTOR_OPTION = "--add-modules=jdk.incubator.vector";

  /// Set by the launcher: the archive of loaded classes that fits workers' options.
  private static final String CACHE_PROPERTY = "shardline.worker.cache";

  private JavaCommand() {}

  public static List<String> ofWorker() {
    List<String> words = new ArrayList<>();
    words.add(System.getProperty("java.home") + "/bin/java");
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(JavaCommand::isPassedOn)
        .forEach(words::add);
    words.add(VECTOR_OPTION);
    String cache = System.getProperty(CACHE_PROPERTY, "");
    if (Files.exists(Path.of(cache)) && !cache.isEmpty()) {
      words.add(CACHE_OPTION + cache);
    }
    words.add("-cp");
    words.add(System.getProperty("java.class.path"));
    words.add(MAIN_CLASS);
    return List.copyOf(words);
  }

  /// Agents and debuggers are this process's own.
  private static boolean isPassedOn(String option) {
    return !option.startsWith("-javaagent")
        && !option.startsWith("-agentlib")
        && !option.startsWith(CACHE_OPTION)
        && !option.equals(VECTOR_OPTION);
  }
}
