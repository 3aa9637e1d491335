package dev.shardline.cli.session;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shardline.digest.CanonicalJson;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine.Model.CommandSpec;

/// What a command has while it runs: its options applied, its stores, and where its result goes.
/// Closing it closes the stores.
public final class Session implements AutoCloseable {
  private final CommonOptions options;
  private final PrintWriter out;
  private final LazyStores stores = new LazyStores(System.getenv());

  private Session(CommonOptions options, PrintWriter out) {
    this.options = options;
    this.out = out;
  }

  public static Session open(CommonOptions options, CommandSpec command) {
    LogSetup.apply(options);
    return new Session(options, command.commandLine().getOut());
  }

  public LazyStores stores() {
    return stores;
  }

  /// Whether notices and progress may be shown.
  public boolean isTalkative() {
    return !options.quiet;
  }

  public boolean isJson() {
    return options.json;
  }

  public CommonOptions options() {
    return options;
  }

  /// What gives a command's result.
  @FunctionalInterface
  public interface Text {
    void print(PrintWriter out) throws IOException;
  }

  /// Gives the result: as one JSON document with `--json`, else as text for people.
  public void result(JsonNode json, Text text) throws IOException {
    if (options.json) {
      out.print(new String(CanonicalJson.file(json), StandardCharsets.UTF_8));
    } else {
      text.print(out);
    }
    out.flush();
  }

  @Override
  public void close() {
    stores.close();
  }
}
