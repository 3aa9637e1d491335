package dev.shardline.cli;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;

/// The command line that starts this same program once more: the same Java, options and class path.
final class JavaCommand {
  private JavaCommand() {}

  static List<String> ofThisProgram() {
    List<String> words = new ArrayList<>();
    words.add(System.getProperty("java.home") + "/bin/java");
    for (String option : ManagementFactory.getRuntimeMXBean().getInputArguments()) {
      if (isPassedOn(option)) {
        words.add(option);
      }
    }
    words.add("-cp");
    words.add(System.getProperty("java.class.path"));
    words.add(Shardline.class.getName());
    return List.copyOf(words);
  }

  /// Agents and debuggers are this process's own.
  private static boolean isPassedOn(String option) {
    return !option.startsWith("-javaagent") && !option.startsWith("-agentlib");
  }
}
