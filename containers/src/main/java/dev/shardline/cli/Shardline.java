package dev.shardline.cli;

import dev.shardline.cli.audit.AuditCommand;
import dev.shardline.cli.build.BuildCommand;
import dev.shardline.cli.build.DiffCommand;
import dev.shardline.cli.inspect.InspectCommand;
import dev.shardline.cli.pipeline.PipelineCommand;
import dev.shardline.cli.run.ConcludeCommand;
import dev.shardline.cli.run.FitCommand;
import dev.shardline.cli.run.ProcessCommand;
import dev.shardline.cli.run.RedriveCommand;
import dev.shardline.cli.run.ReportCommand;
import dev.shardline.cli.run.ResumeCommand;
import dev.shardline.cli.run.RunCommand;
import dev.shardline.cli.run.RunsCommand;
import dev.shardline.cli.session.Version;
import dev.shardline.cli.setup.DoctorCommand;
import dev.shardline.cli.setup.InitCommand;
import dev.shardline.cli.setup.SchemaCommand;
import dev.shardline.cli.setup.StepsCommand;
import dev.shardline.cli.tour.DemoCommand;
import java.util.List;
import java.util.Set;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ScopeType;

/// The program's entry point and the root of its commands.
@Command(
    name = "shardline",
    versionProvider = Version.class,
    mixinStandardHelpOptions = true,
    scope = ScopeType.INHERIT,
    sortOptions = false,
    usageHelpAutoWidth = true,
    header = "Sharded preprocessing of MRI and biosignals, from a bucket to training shards.",
    synopsisSubcommandLabel = "COMMAND",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:done, nothing is wrong",
      "1:failed; running the same command again may succeed",
      "2:the command, the configuration or its input must be mended",
      "42:the data is bad beyond what is tolerated"
    })
public final class Shardline {
  private static final List<Class<?>> COMMANDS =
      List.of(
          HelpCommand.class,
          DemoCommand.class,
          BuildCommand.class,
          DiffCommand.class,
          RunCommand.class,
          ResumeCommand.class,
          RedriveCommand.class,
          FitCommand.class,
          ProcessCommand.class,
          AuditCommand.class,
          InspectCommand.class,
          RunsCommand.class,
          ReportCommand.class,
          PipelineCommand.class,
          ConcludeCommand.class,
          InitCommand.class,
          StepsCommand.class,
          SchemaCommand.class,
          DoctorCommand.class,
          AutoComplete.GenerateCompletion.class,
          WarmUpCommand.class);

  /// Commands that look at all others.
  private static final Set<String> WHOLE = Set.of("help", "generate-completion", "warm-up");

  private Shardline() {}

  /// Runs one command and ends the process with its exit code.
  public static void main(String[] arguments) {
    System.exit(execute(arguments));
  }

  /// Runs one command in this process.
  ///
  /// @return the exit code
  public static int execute(String... arguments) {
    return tree(Set.copyOf(List.of(arguments))).execute(arguments);
  }

  /// The whole command tree.
  public static CommandLine commandLine() {
    return tree(Set.of("help"));
  }

  /// The tree, of which only what these words may name is more than a name: to read all options of
  /// all commands would take most of a start.
  private static CommandLine tree(Set<String> words) {
    CommandLine root = new CommandLine(new Shardline());
    boolean whole = words.stream().anyMatch(WHOLE::contains);
    for (Class<?> type : COMMANDS) {
      Command command = type.getAnnotation(Command.class);
      if (whole || words.contains(command.name())) {
        root.addSubcommand(type);
      } else {
        root.addSubcommand(command.name(), named(command));
      }
    }
    Failures failures = new Failures();
    return root.setCaseInsensitiveEnumValuesAllowed(true)
        .setParameterExceptionHandler(failures)
        .setExecutionExceptionHandler(failures);
  }

  private static CommandLine named(Command command) {
    CommandSpec spec = CommandSpec.create().name(command.name());
    spec.usageMessage().header(command.header()).description(command.description());
    spec.usageMessage().hidden(command.hidden());
    return new CommandLine(spec);
  }
}
