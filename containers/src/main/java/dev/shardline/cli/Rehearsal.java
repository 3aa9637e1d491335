package dev.shardline.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// A small data set of each kind that this Java machine is meant for, from `build` to `conclude`,
/// in this process and in a folder that is removed afterwards. With Java's vector module that is
/// recordings, without it pictures and volumes.
final class Rehearsal {
  private static final String VECTOR_MODULE = "jdk.incubator.vector";

  private Rehearsal() {}

  /// @return the exit code of the first command that fails, or 0
  static int run() throws IOException {
    Path folder = Files.createTempDirectory("shardline-rehearsal");
    try {
      boolean vectors = ModuleLayer.boot().findModule(VECTOR_MODULE).isPresent();
      if (vectors) {
        return of(RehearsalData.recordings(folder), folder);
      }
      int code = of(RehearsalData.pictures(folder), folder);
      return code == 0 ? of(RehearsalData.volumes(folder), folder) : code;
    } finally {
      delete(folder);
    }
  }

  /// @param configuration of a data set without a work folder yet
  /// @param folder where the work folder is made
  static int of(Path configuration, Path folder) throws IOException {
    String file = configuration.toString();
    Path work = Files.createDirectory(folder.resolve(configuration.getFileName() + ".work"));
    int built = Shardline.execute("build", file, "--work", work.toString(), "--quiet");
    if (built != 0) {
      return built;
    }
    String manifests = onlyFolder(onlyFolder(work.resolve("datasets"))).toString();
    String run = work.resolve("run").toString();
    List<List<String>> commands =
        List.of(
            List.of(
                "process",
                file,
                "--manifests",
                manifests,
                "--output",
                run,
                "--rank",
                "0",
                "--count",
                "1",
                "--scratch",
                work.resolve("scratch").toString(),
                "--quiet"),
            List.of(
                "conclude",
                file,
                "--manifests",
                manifests,
                "--run",
                run,
                "--output",
                work.resolve("out").toString(),
                "--result",
                work.resolve("verdict.json").toString(),
                "--quiet"));
    for (List<String> command : commands) {
      int code = Shardline.execute(command.toArray(String[]::new));
      if (code != 0) {
        return code;
      }
    }
    return 0;
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> tree = Files.walk(folder)) {
      for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  private static Path onlyFolder(Path parent) throws IOException {
    try (Stream<Path> children = Files.list(parent)) {
      return children.filter(Files::isDirectory).findFirst().orElseThrow();
    }
  }
}
