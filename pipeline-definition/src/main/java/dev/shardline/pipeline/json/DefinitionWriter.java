package dev.shardline.pipeline.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shardline.digest.CanonicalJson;
import dev.shardline.pipeline.Condition;
import dev.shardline.pipeline.Expression;
import dev.shardline.pipeline.Parameter;
import dev.shardline.pipeline.PipelineDefinition;
import dev.shardline.pipeline.ProcessingJob;
import dev.shardline.pipeline.Step;
import dev.shardline.pipeline.TrainingJob;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Writes a definition as the service's JSON, always in the same order of keys, so that equal
/// definitions have equal text.
public final class DefinitionWriter {
  private DefinitionWriter() {}

  /// The definition as text for people and version control: indented by two, ending in a line end.
  public static String pretty(PipelineDefinition definition) {
    return new String(CanonicalJson.file(toJson(definition)), StandardCharsets.UTF_8);
  }

  /// The definition as short as it can be, for the request that deploys it.
  public static String compact(PipelineDefinition definition) {
    return toJson(definition).toString();
  }

  /// The definition as a tree.
  public static ObjectNode toJson(PipelineDefinition definition) {
    ObjectNode json = node().put("Version", PipelineDefinition.SCHEMA_VERSION);
    json.putObject("Metadata");
    ArrayNode parameters = json.putArray("Parameters");
    definition.parameters().forEach(parameter -> parameters.add(parameter(parameter)));
    if (definition.experiment() != null) {
      ObjectNode experiment = json.putObject("PipelineExperimentConfig");
      experiment.set("ExperimentName", ExpressionJson.write(definition.experiment().experiment()));
      experiment.set("TrialName", ExpressionJson.write(definition.experiment().trial()));
    }
    json.set("Steps", steps(definition.steps()));
    return json;
  }

  /// The arguments of a processing step: the request CreateProcessingJob without a job name.
  public static ObjectNode arguments(ProcessingJob job) {
    return JobWriter.processing(job);
  }

  /// The arguments of a training step: the request CreateTrainingJob without a job name.
  public static ObjectNode arguments(TrainingJob job) {
    return JobWriter.training(job);
  }

  private static ObjectNode parameter(Parameter parameter) {
    ObjectNode json =
        node().put("Name", parameter.name()).put("Type", parameter.type().serviceName());
    if (parameter.defaultValue() != null) {
      json.set("DefaultValue", ExpressionJson.write(parameter.defaultValue()));
    }
    if (!parameter.allowed().isEmpty()) {
      parameter.allowed().forEach(json.putArray("EnumValues")::add);
    }
    return json;
  }

  private static ArrayNode steps(List<Step> steps) {
    ArrayNode json = JsonNodeFactory.instance.arrayNode();
    steps.forEach(step -> json.add(step(step)));
    return json;
  }

  private static ObjectNode step(Step step) {
    return switch (step) {
      case Step.Processing processing -> {
        ObjectNode json = head(step, "Processing");
        json.set("Arguments", JobWriter.processing(processing.job()));
        StepPolicies.write(json, processing.cache(), processing.retries());
        StepPolicies.writeFiles(json, processing.propertyFiles());
        yield json;
      }
      case Step.Training training -> {
        ObjectNode json = head(step, "Training");
        json.set("Arguments", JobWriter.training(training.job()));
        StepPolicies.write(json, training.cache(), training.retries());
        yield json;
      }
      case Step.Choice choice -> choice(choice);
      case Step.Fail fail -> {
        ObjectNode json = head(step, "Fail");
        json.putObject("Arguments").set("ErrorMessage", ExpressionJson.write(fail.message()));
        yield json;
      }
    };
  }

  private static ObjectNode head(Step step, String type) {
    ObjectNode json = node().put("Name", step.name()).put("Type", type);
    if (!step.dependsOn().isEmpty()) {
      step.dependsOn().forEach(json.putArray("DependsOn")::add);
    }
    return json;
  }

  private static ObjectNode choice(Step.Choice choice) {
    ObjectNode json = head(choice, "Condition");
    ObjectNode arguments = json.putObject("Arguments");
    ArrayNode conditions = arguments.putArray("Conditions");
    choice.conditions().forEach(condition -> conditions.add(condition(condition)));
    arguments.set("IfSteps", steps(choice.whenTrue()));
    arguments.set("ElseSteps", steps(choice.whenFalse()));
    return json;
  }

  private static ObjectNode condition(Condition condition) {
    ObjectNode json = node();
    switch (condition) {
      case Condition.Comparison(var operator, var left, var right) -> {
        json.put("Type", operator.serviceName());
        json.set("LeftValue", ExpressionJson.write(left));
        json.set("RightValue", ExpressionJson.write(right));
      }
      case Condition.In(Expression query, List<Expression> values) -> {
        json.put("Type", "In").set("QueryValue", ExpressionJson.write(query));
        ArrayNode list = json.putArray("Values");
        values.forEach(value -> list.add(ExpressionJson.write(value)));
      }
      case Condition.Not(Condition inner) ->
          json.put("Type", "Not").set("Condition", condition(inner));
      case Condition.Or(List<Condition> inner) -> {
        ArrayNode list = json.put("Type", "Or").putArray("Conditions");
        inner.forEach(one -> list.add(condition(one)));
      }
    }
    return json;
  }

  private static ObjectNode node() {
    return JsonNodeFactory.instance.objectNode();
  }
}
