package dev.shardline.program;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Waits for programs, not for ever: one that hangs fails its test and says what its threads did.
final class Patience {
  /// Far beyond what any run of these tests takes on two busy cores.
  private static final long MINUTES = 15;

  private Patience() {}

  /// The exit code of a process that ends in time.
  ///
  /// @throws AssertionError if it does not: it and all that it started are killed, and their
  ///   threads are told
  static int awaitEnd(Process process) throws InterruptedException {
    if (process.waitFor(MINUTES, TimeUnit.MINUTES)) {
      return process.exitValue();
    }
    List<ProcessHandle> all =
        Stream.concat(Stream.of(process.toHandle()), process.descendants()).toList();
    String threads = all.stream().map(Patience::threads).collect(Collectors.joining("\n"));
    all.forEach(ProcessHandle::destroyForcibly);
    throw new AssertionError("still at work after " + MINUTES + " minutes:\n" + threads);
  }

  private static String threads(ProcessHandle process) {
    String name = process.pid() + " " + process.info().command().orElse("?");
    try {
      Process dump =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                  String.valueOf(process.pid()),
                  "Thread.print")
              .redirectErrorStream(true)
              .start();
      return name + "\n" + new String(dump.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException untold) {
      return name + ": " + untold.getMessage();
    }
  }
}
