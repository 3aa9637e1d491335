package dev.shardline.cli.session;

import dev.shardline.config.Config;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// The CONFIG argument and its overrides.
public final class ConfigOptions {
  @Parameters(
      index = "0",
      paramLabel = "CONFIG",
      description = "The configuration, shardline.yaml.")
  private Path file = Path.of("shardline.yaml");

  @Option(
      names = "--set",
      paramLabel = "path.to.key=value",
      description = "Lay a value over the configuration; may be given again.")
  private List<String> overrides = List.of();

  public Config load() {
    return load(List.of());
  }

  /// As [#load()], with more overrides behind those of the command line.
  public Config load(List<String> more) {
    List<String> all = new ArrayList<>(overrides);
    all.addAll(more);
    return Config.load(file, all);
  }

  /// The command line words that give another process the same configuration.
  public List<String> words() {
    List<String> words = new ArrayList<>(List.of(file.toAbsolutePath().toString()));
    overrides.forEach(override -> words.addAll(List.of("--set", override)));
    return List.copyOf(words);
  }
}
