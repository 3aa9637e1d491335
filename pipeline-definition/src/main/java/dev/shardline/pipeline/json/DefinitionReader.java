package dev.shardline.pipeline.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.shardline.failure.UsageException;
import dev.shardline.pipeline.Condition;
import dev.shardline.pipeline.ExperimentConfig;
import dev.shardline.pipeline.Expression;
import dev.shardline.pipeline.Parameter;
import dev.shardline.pipeline.PipelineDefinition;
import dev.shardline.pipeline.ServiceNamed;
import dev.shardline.pipeline.Step;
import java.util.ArrayList;
import java.util.List;

/// Reads a definition's JSON. Strict: what this program could not execute faithfully is an error
/// that names its place, never skipped.
public final class DefinitionReader {
  private static final ObjectMapper MAPPER =
      new ObjectMapper()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);

  /// How deep condition branches may stand in each other; the service has no nested ones.
  private static final int DEEPEST_BRANCH = 1;

  private DefinitionReader() {}

  /// @throws UsageException if the text is no JSON or no definition
  public static PipelineDefinition read(String text) {
    try {
      return read(MAPPER.readTree(text));
    } catch (JsonProcessingException e) {
      throw new UsageException(
          "Pipeline definition: expected JSON, found an error at line %d, column %d: %s"
              .formatted(
                  e.getLocation().getLineNr(),
                  e.getLocation().getColumnNr(),
                  e.getOriginalMessage()),
          e);
    }
  }

  /// @throws UsageException if the tree is no definition
  public static PipelineDefinition read(JsonNode json) {
    Fields top = Fields.of(json, "");
    top.fixed("Version", PipelineDefinition.SCHEMA_VERSION);
    if (top.has("Metadata")) {
      top.take("Metadata");
    }
    List<Parameter> parameters = top.list("Parameters", DefinitionReader::parameter);
    ExperimentConfig experiment = null;
    if (top.has("PipelineExperimentConfig")) {
      Fields config = top.object("PipelineExperimentConfig");
      experiment =
          new ExperimentConfig(config.expression("ExperimentName"), config.expression("TrialName"));
      config.end();
    }
    List<Step> steps = steps(top, "Steps", 0);
    top.end();
    return new PipelineDefinition(parameters, experiment, steps);
  }

  private static Parameter parameter(Fields fields) {
    String name = fields.text("Name");
    Parameter.Type type = fields.constant("Type", Parameter.Type.class);
    Expression.Literal value = fields.has("DefaultValue") ? fields.literal("DefaultValue") : null;
    List<String> allowed = fields.texts("EnumValues");
    return fields.checked("DefaultValue", () -> new Parameter(name, type, value, allowed));
  }

  private static List<Step> steps(Fields parent, String key, int depth) {
    return parent.list(key, step -> step(step, depth));
  }

  private static Step step(Fields fields, int depth) {
    String name = fields.text("Name");
    List<String> dependsOn = fields.texts("DependsOn");
    Fields arguments = fields.object("Arguments");
    String type = fields.text("Type");
    Step step =
        switch (type) {
          case "Processing" ->
              new Step.Processing(
                  name,
                  dependsOn,
                  StepPolicies.readCache(fields),
                  StepPolicies.readRetries(fields),
                  StepPolicies.readFiles(fields),
                  JobReader.processing(arguments));
          case "Training" ->
              new Step.Training(
                  name,
                  dependsOn,
                  StepPolicies.readCache(fields),
                  StepPolicies.readRetries(fields),
                  JobReader.training(arguments));
          case "Condition" -> choice(fields, name, dependsOn, arguments, depth);
          case "Fail" -> new Step.Fail(name, dependsOn, arguments.expression("ErrorMessage"));
          case String other ->
              throw fields.wrong(
                  "Type", "one of Processing, Training, Condition, Fail", "\"" + other + "\"");
        };
    arguments.end();
    return step;
  }

  private static Step choice(
      Fields fields, String name, List<String> dependsOn, Fields arguments, int depth) {
    if (depth == DEEPEST_BRANCH) {
      throw fields.wrong(
          "Type", "no Condition inside a Condition, which the service refuses", "one");
    }
    List<Condition> conditions = arguments.list("Conditions", DefinitionReader::condition);
    return new Step.Choice(
        name,
        dependsOn,
        conditions,
        steps(arguments, "IfSteps", depth + 1),
        steps(arguments, "ElseSteps", depth + 1));
  }

  private static Condition condition(Fields fields) {
    String type = fields.text("Type");
    return switch (type) {
      case "In" -> {
        List<Expression> values = new ArrayList<>();
        fields.each("Values", (json, place) -> values.add(ExpressionJson.read(json, place)));
        yield new Condition.In(fields.expression("QueryValue"), values);
      }
      case "Not" -> {
        Fields inner = fields.object("Condition");
        Condition.Not not = new Condition.Not(condition(inner));
        inner.end();
        yield not;
      }
      case "Or" -> new Condition.Or(fields.list("Conditions", DefinitionReader::condition));
      default ->
          new Condition.Comparison(
              fields.checked("Type", () -> ServiceNamed.find(Condition.Operator.class, type)),
              fields.expression("LeftValue"),
              fields.expression("RightValue"));
    };
  }
}
