package dev.shardline.cli.setup;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shardline.cli.session.CommonOptions;
import dev.shardline.cli.session.Session;
import dev.shardline.digest.CanonicalJson;
import dev.shardline.failure.ExitCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `shardline schema`: what a configuration may hold, for editors.
@Command(
    name = "schema",
    header = "Print the JSON schema of shardline.yaml, by which editors complete and check it.",
    description =
        "Steps of your own are in it if their jars are on the class path. `init` writes it beside"
            + " the configuration.",
    footerHeading = "%nExample:%n",
    footer = "  shardline schema > shardline.schema.json")
public final class SchemaCommand implements Callable<Integer> {
  @Mixin private CommonOptions common = new CommonOptions();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    try (Session session = Session.open(common, spec)) {
      ObjectNode schema = ConfigurationSchema.whole();
      session.result(
          schema, out -> out.print(new String(CanonicalJson.file(schema), StandardCharsets.UTF_8)));
      return ExitCode.DONE.code();
    }
  }
}
