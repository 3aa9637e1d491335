package dev.shardline.program;

import dev.shardline.cli.Shardline;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Starts the program as a process of its own.
public final class Program {
  /// Commands that the launcher starts with the vector module.
  private static final Set<String> COMPUTING = Set.of("process", "fit");

  private final List<String> launcher;
  private final Map<String, String> environment;

  Program(Map<String, String> environment) {
    this(List.of(), environment);
  }

  private Program(List<String> launcher, Map<String, String> environment) {
    this.launcher = List.copyOf(launcher);
    this.environment = Map.copyOf(environment);
  }

  /// This program, started by another that takes it as its arguments.
  Program startedBy(String... words) {
    return new Program(List.of(words), environment);
  }

  /// A program with this process's environment.
  public static Program plain() {
    return new Program(Map.of());
  }

  /// How a process ended and what it wrote.
  public record Outcome(int exitCode, String out, String err) {}

  /// Runs the program to its end.
  public Outcome run(String... arguments) throws IOException, InterruptedException {
    Path out = Files.createTempFile("out", ".txt");
    Path err = Files.createTempFile("err", ".txt");
    try {
      Process process =
          builder(arguments).redirectOutput(out.toFile()).redirectError(err.toFile()).start();
      return new Outcome(
          Patience.awaitEnd(process),
          Files.readString(out, StandardCharsets.UTF_8),
          Files.readString(err, StandardCharsets.UTF_8));
    } finally {
      Files.delete(out);
      Files.delete(err);
    }
  }

  /// Starts the program and leaves it running.
  Process start(String... arguments) throws IOException {
    return builder(arguments)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  private ProcessBuilder builder(String... arguments) {
    List<String> words = new ArrayList<>(launcher);
    words.add(System.getProperty("java.home") + "/bin/java");
    words.addAll(List.of("-Xmx512m", "-XX:+UseSerialGC", "-Djava.awt.headless=true"));
    words.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-Duser.timezone=UTC"));
    if (arguments.length > 0 && COMPUTING.contains(arguments[0])) {
      words.add("--add-modules=jdk.incubator.vector");
    }
    words.add("-cp");
    words.add(System.getProperty("java.class.path"));
    words.add(Shardline.class.getName());
    words.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(words);
    builder.environment().putAll(environment);
    return builder;
  }
}
