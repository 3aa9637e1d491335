package dev.shardline.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// What the launcher runs once after a build, while the Java machine records which classes a start
/// needs and, where it can, which methods are worth compiling: the help of every command, and small
/// data sets from building to the verdict.
@Command(
    name = "warm-up",
    hidden = true,
    description = "Load what a start needs; used by the launcher.")
final class WarmUpCommand implements Callable<Integer> {
  @Option(names = "--rehearse", description = "Also build, process and conclude small data sets.")
  private boolean rehearse;

  @Override
  public Integer call() throws IOException {
    PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
    CommandLine root = Shardline.commandLine();
    root.usage(nowhere);
    root.getSubcommands().values().forEach(command -> command.usage(nowhere));
    return rehearse ? Rehearsal.run() : 0;
  }
}
