package dev.shardline.pipeline.dryrun;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Runs a command of this machine for each container; no container engine is needed.
///
/// All processes share the machine's files, so `/opt/ml` cannot be a different folder for each.
/// Instead every argument and environment value in which `/opt/ml` stands at the beginning, or
/// after `=`, gets the path of the private folder, and the variable `SHARDLINE_ML_ROOT` names that
/// folder for programs that look for `/opt/ml` by themselves, as the Shardline worker does.
public final class ProcessEngine implements ContainerEngine {
  /// Names the folder that stands for `/opt/ml`.
  public static final String ROOT_VARIABLE = "SHARDLINE_ML_ROOT";

  private final Map<String, List<String>> commands;

  /// @param commands the command that stands for an image's entry point, by image
  public ProcessEngine(Map<String, List<String>> commands) {
    this.commands = Map.copyOf(new LinkedHashMap<>(commands));
  }

  @Override
  public boolean canRun(String image) {
    return commands.containsKey(image);
  }

  @Override
  public Running start(ContainerSpec spec) throws IOException {
    List<String> command = commands.get(spec.image());
    if (command == null) {
      throw new IOException("no local command stands for the image " + spec.image());
    }
    List<String> line = new ArrayList<>(command);
    spec.arguments().forEach(argument -> line.add(relocate(argument, spec.root())));
    ProcessBuilder builder = new ProcessBuilder(line);
    builder.directory(spec.root().toFile());
    builder.redirectErrorStream(true).redirectOutput(spec.log().toFile());
    spec.environment()
        .forEach((key, value) -> builder.environment().put(key, relocate(value, spec.root())));
    builder.environment().put(ROOT_VARIABLE, spec.root().toString());
    return new StartedProcess(builder.start());
  }

  /// Replaces a leading `/opt/ml` by the private folder, also of the value in `key=/opt/ml/…`.
  static String relocate(String text, Path root) {
    int equals = text.indexOf('=');
    String value = text.substring(equals + 1);
    boolean below =
        value.equals(ContainerSpec.ML_ROOT) || value.startsWith(ContainerSpec.ML_ROOT + "/");
    return below
        ? text.substring(0, equals + 1) + root + value.substring(ContainerSpec.ML_ROOT.length())
        : text;
  }

  @Override
  public void close() {}
}
