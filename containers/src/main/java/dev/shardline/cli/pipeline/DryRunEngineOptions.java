package dev.shardline.cli.pipeline;

import dev.shardline.cli.session.JavaCommand;
import dev.shardline.cli.session.Session;
import dev.shardline.pipeline.dryrun.ContainerEngine;
import dev.shardline.pipeline.dryrun.DockerEngine;
import dev.shardline.pipeline.dryrun.ProcessEngine;
import dev.shardline.storage.ObjectLocation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import picocli.CommandLine.Option;

/// What a dry run's containers are.
final class DryRunEngineOptions {
  /// What stands for a container.
  enum Engine {
    PROCESS,
    DOCKER
  }

  @Option(
      names = "--engine",
      paramLabel = "process|docker",
      description = "What stands for a container (default: process).")
  private Engine engine = Engine.PROCESS;

  @Option(
      names = "--docker",
      paramLabel = "COMMAND",
      description = "A program with Docker's command line (default: ${DEFAULT-VALUE}).")
  private String docker = "docker";

  @Option(
      names = "--docker-option",
      paramLabel = "OPTION",
      description = "Passed to `docker run` as it is; may be given again.")
  private List<String> dockerOptions = new ArrayList<>();

  @Option(
      names = "--memory",
      paramLabel = "SIZE",
      description = "Memory limit of each container of --engine docker, such as 1g.")
  private String memory = "";

  @Option(
      names = "--local-command",
      paramLabel = "IMAGE=COMMAND",
      description = "The command that stands for another image under --engine process.")
  private Map<String, String> commands = new LinkedHashMap<>();

  @Option(names = "--real-s3", description = "Use the S3 of this environment, not a folder.")
  private boolean realS3;

  DryRunPlace place(Path folder, Session session) throws IOException {
    return realS3
        ? DryRunPlace.real(session.stores(), System.getenv())
        : DryRunPlace.inFolder(folder.resolve("s3"));
  }

  ContainerEngine open(PreparedPipeline pipeline, DryRunPlace place) throws IOException {
    return switch (engine) {
      case PROCESS -> new ProcessEngine(localCommands(pipeline));
      case DOCKER ->
          new DockerEngine(
              List.of(docker.split(" ")),
              "shardline-" + UUID.randomUUID().toString().substring(0, 8),
              place.limits(memory, localSources(pipeline), containerOptions()));
    };
  }

  /// A container runs as the image's own user. Only root could clean up after that user, so where
  /// this process is not root, its containers are this user's.
  private List<String> containerOptions() throws IOException {
    List<String> options = new ArrayList<>();
    Path mine = Files.createTempFile("shardline", ".owner");
    try {
      int user = (Integer) Files.getAttribute(mine, "unix:uid");
      if (user != 0) {
        options.add("--user=" + user + ":" + Files.getAttribute(mine, "unix:gid"));
      }
    } finally {
      Files.delete(mine);
    }
    options.addAll(dockerOptions);
    return options;
  }

  private Map<String, List<String>> localCommands(PreparedPipeline pipeline) {
    Map<String, List<String>> all = new LinkedHashMap<>();
    all.put(pipeline.settings().placement().image(), JavaCommand.ofWorker(true, List.of()));
    commands.forEach((image, command) -> all.put(image, List.of(command.split(" "))));
    return all;
  }

  /// Local folders of data, which containers see under the same path.
  private static List<Path> localSources(PreparedPipeline pipeline) {
    return pipeline.sources().stream()
        .filter(source -> source.scheme().equals("file"))
        .map(ObjectLocation::toPath)
        .toList();
  }
}
