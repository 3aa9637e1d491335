package dev.shardline.pipeline.dryrun;

import dev.shardline.failure.UsageException;
import dev.shardline.threads.WaitingThreads;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Runs containers with Docker or a program that takes the same command line (podman, nerdctl).
///
/// Each job's containers share a network of their own, in which they find each other as `algo-1`,
/// `algo-2`. The container's root is read-only except for `/opt/ml` and `/tmp`, as it should be
/// able to do with.
public final class DockerEngine implements ContainerEngine {
  private static final long COMMAND_SECONDS = 60;

  private final List<String> docker;
  private final Limits limits;
  private final String network;

  /// What a container may use and see.
  ///
  /// @param memory such as `2g`, swap included; empty for no limit
  /// @param shared folders of this machine that containers may write to, visible under the same
  ///   path
  /// @param readable folders of this machine that containers may only read, under the same path
  /// @param options passed to `run` as they are
  public record Limits(
      String memory, List<Path> shared, List<Path> readable, List<String> options) {
    public Limits {
      shared = List.copyOf(shared);
      readable = List.copyOf(readable);
      options = List.copyOf(options);
    }
  }

  /// Makes the network.
  ///
  /// @param docker the command, such as `docker`
  /// @param network a name for it that is free
  /// @throws UsageException if the command cannot be run or has no engine to talk to
  public DockerEngine(List<String> docker, String network, Limits limits) {
    this.docker = List.copyOf(docker);
    this.limits = limits;
    this.network = network;
    Finished made = run("network", "create", network);
    if (made.code() != 0) {
      throw new UsageException(
          "\"%s\" has no container engine to talk to: %s. Start one, or use --engine process"
              .formatted(String.join(" ", docker), made.output().strip()));
    }
  }

  @Override
  public boolean canRun(String image) {
    return run("image", "inspect", image).code() == 0;
  }

  @Override
  public Running start(ContainerSpec spec) throws IOException {
    for (Path folder : limits.shared()) {
      HostTree.openFolders(folder);
    }
    Process process =
        new ProcessBuilder(commandLine(spec))
            .redirectErrorStream(true)
            .redirectOutput(spec.log().toFile())
            .start();
    return new StartedContainer(process, spec.name());
  }

  private List<String> commandLine(ContainerSpec spec) {
    List<String> line = new ArrayList<>(docker);
    line.addAll(List.of("run", "--rm", "--name", spec.name(), "--hostname", spec.hostName()));
    line.addAll(List.of("--network", network, "--network-alias", spec.hostName()));
    line.addAll(List.of("--read-only", "--tmpfs", "/tmp"));
    line.addAll(List.of("--volume", spec.root() + ":" + ContainerSpec.ML_ROOT));
    limits.shared().forEach(path -> line.addAll(List.of("--volume", path + ":" + path)));
    limits.readable().forEach(path -> line.addAll(List.of("--volume", path + ":" + path + ":ro")));
    if (!limits.memory().isEmpty()) {
      line.addAll(List.of("--memory", limits.memory(), "--memory-swap", limits.memory()));
    }
    line.addAll(limits.options());
    spec.environment().forEach((key, value) -> line.addAll(List.of("--env", key + "=" + value)));
    if (!spec.entrypoint().isEmpty()) {
      line.addAll(List.of("--entrypoint", spec.entrypoint().getFirst()));
    }
    line.add(spec.image());
    line.addAll(spec.entrypoint().stream().skip(1).toList());
    line.addAll(spec.arguments());
    return line;
  }

  @Override
  public void close() {
    run("network", "rm", network);
  }

  private record Finished(int code, String output) {}

  private Finished run(String... arguments) {
    List<String> line = new ArrayList<>(docker);
    line.addAll(List.of(arguments));
    try {
      Path output = Files.createTempFile("shardline-docker", ".txt");
      try {
        return run(line, output);
      } finally {
        Files.deleteIfExists(output);
      }
    } catch (IOException e) {
      return new Finished(-1, String.valueOf(e.getMessage()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Finished(-1, "interrupted");
    }
  }

  private static Finished run(List<String> line, Path output)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(line).redirectErrorStream(true).redirectOutput(output.toFile()).start();
    process.getOutputStream().close();
    if (!process.waitFor(COMMAND_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      return new Finished(-1, "no answer within %d s".formatted(COMMAND_SECONDS));
    }
    return new Finished(process.exitValue(), Files.readString(output, StandardCharsets.UTF_8));
  }

  /// The client process, which ends with the container's exit code.
  private final class StartedContainer implements Running {
    private final Process client;
    private final String name;

    StartedContainer(Process client, String name) {
      this.client = client;
      this.name = name;
    }

    @Override
    public int await() throws InterruptedException {
      return client.waitFor();
    }

    @Override
    public void stop(Duration grace) {
      WaitingThreads.of(
              "stop-" + name, () -> run("stop", "--time", Long.toString(grace.toSeconds()), name))
          .start();
    }
  }
}
