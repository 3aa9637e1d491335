package dev.shardline.cli.session;

import picocli.CommandLine.Option;

/// What every command takes. Names and meanings are part of the command line's contract.
public final class CommonOptions {
  /// How log lines look.
  public enum LogFormat {
    TEXT,
    JSON
  }

  @Option(
      names = "--json",
      description = "Print one JSON document on standard output and nothing else there.")
  public boolean json;

  @Option(
      names = "--log-format",
      paramLabel = "text|json",
      description = "How log lines on standard error look (default: text).")
  public LogFormat logFormat = LogFormat.TEXT;

  @Option(
      names = {"-q", "--quiet"},
      description = "No progress and no notices, only warnings and errors.")
  public boolean quiet;

  @Option(
      names = "--debug",
      description = "More log lines, and stack traces where something fails.")
  public boolean debug;
}
