package dev.shardline.cli;

import dev.shardline.cli.session.CommonOptions.LogFormat;
import dev.shardline.failure.ExitCode;
import dev.shardline.failure.ShardlineException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/// Turns every failure into one message and an exit code. A stack trace only with `--debug`. With
/// `--log-format json` the message is a line of the log.
final class Failures implements IParameterExceptionHandler, IExecutionExceptionHandler {
  private static final Logger LOG = LoggerFactory.getLogger(Shardline.class);

  @Override
  public int handleParseException(ParameterException failure, String[] arguments) {
    CommandLine command = failure.getCommandLine();
    PrintWriter err = command.getErr();
    err.println("shardline: " + failure.getMessage());
    if (!UnmatchedArgumentException.printSuggestions(failure, err)) {
      err.printf("Try `%s --help`.%n", command.getCommandSpec().qualifiedName());
    }
    return ExitCode.USAGE.code();
  }

  @Override
  public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
    boolean traced = wantsStackTrace(parsed);
    if (logsJson(command)) {
      LOG.error(message(failure), traced ? failure : null);
    } else {
      PrintWriter err = command.getErr();
      err.println("shardline: " + message(failure));
      if (traced) {
        failure.printStackTrace(err);
      }
    }
    return exitCode(failure).code();
  }

  /// Whoever reads a log of JSON lines wants the last word as one of them.
  private static boolean logsJson(CommandLine command) {
    OptionSpec format = command.getCommandSpec().findOption("--log-format");
    return format != null && format.getValue() == LogFormat.JSON;
  }

  private static boolean wantsStackTrace(ParseResult parsed) {
    return parsed.expandedArgs().contains("--debug");
  }

  private static ExitCode exitCode(Exception failure) {
    return switch (failure) {
      case ShardlineException known -> known.exitCode();
      case NoSuchFileException _, AccessDeniedException _ -> ExitCode.USAGE;
      default -> ExitCode.RETRYABLE;
    };
  }

  private static String message(Exception failure) {
    return switch (failure) {
      case ShardlineException known -> String.valueOf(known.getMessage());
      case NoSuchFileException missing ->
          missing.getMessage() + ": there is no such file or object.";
      case AccessDeniedException denied ->
          denied.getMessage()
              + ": access denied. Check the permissions, or the credentials in use.";
      case FileSystemException file -> String.valueOf(file.getMessage());
      case IOException io -> String.valueOf(io.getMessage());
      case UncheckedIOException io -> String.valueOf(io.getMessage());
      default ->
          "an error that was not foreseen: %s. Run again with --debug and report what it prints."
              .formatted(failure);
    };
  }
}
