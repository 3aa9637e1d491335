package dev.shardline.cli.setup;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shardline.cli.session.CommonOptions;
import dev.shardline.cli.session.Session;
import dev.shardline.cli.session.Wiring;
import dev.shardline.digest.CanonicalJson;
import dev.shardline.failure.ExitCode;
import dev.shardline.recipe.Parameter;
import dev.shardline.recipe.RecipeSchema;
import dev.shardline.recipe.StepCatalog;
import dev.shardline.recipe.StepFactory;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `shardline steps`: what a recipe can call.
@Command(
    name = "steps",
    header =
        "List every step a recipe can call, with its parameters; with --json their JSON schema.",
    footerHeading = "%nExample:%n",
    footer = "  shardline steps --json > recipe.schema.json")
public final class StepsCommand implements Callable<Integer> {
  @Mixin private CommonOptions common = new CommonOptions();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    try (Session session = Session.open(common, spec)) {
      StepCatalog steps = Wiring.steps();
      ObjectNode schema =
          CanonicalJson.object().put("$schema", "https://json-schema.org/draft/2020-12/schema");
      RecipeSchema.addTo(schema, steps);
      session.result(schema, out -> steps.all().forEach(step -> print(step, out)));
      return ExitCode.DONE.code();
    }
  }

  private static void print(StepFactory step, PrintWriter out) {
    out.printf("%s: %s%n", step.name(), step.summary());
    step.parameters().forEach(parameter -> out.println(line(parameter)));
  }

  private static <T> String line(Parameter<T> parameter) {
    String usual =
        parameter
            .defaultValue()
            .map(value -> usual(parameter.type().write(value)))
            .orElse(" (required)");
    return "    %s: %s%s".formatted(parameter.name(), parameter.summary(), usual);
  }

  /// What a parameter is if left out, as a recipe would spell it; nothing for an empty text, list
  /// or mapping, of which the summary tells what it means.
  private static String usual(JsonNode value) {
    if (value.isContainerNode() ? value.isEmpty() : value.asText().isEmpty()) {
      return "";
    }
    if (value.isNumber() && Math.abs(value.asDouble()) == Double.MAX_VALUE) {
      return " (default: no limit)";
    }
    String text =
        value.isContainerNode()
            ? value.toString().replace("\"", "").replace(",", ", ")
            : value.asText();
    return " (default: " + text + ")";
  }
}
