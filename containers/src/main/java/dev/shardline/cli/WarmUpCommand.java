package dev.shardline.cli;

import java.io.PrintWriter;
import java.io.Writer;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// What the launcher runs once after a build, while the Java machine records which classes a start
/// needs: the help of every command.
@Command(
    name = "warm-up",
    hidden = true,
    description = "Load what a start needs; used by the launcher.")
final class WarmUpCommand implements Callable<Integer> {
  @Override
  public Integer call() {
    PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
    CommandLine root = Shardline.commandLine();
    root.usage(nowhere);
    root.getSubcommands().values().forEach(command -> command.usage(nowhere));
    return 0;
  }
}
