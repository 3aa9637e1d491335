package dev.shardline.pipeline;

import java.util.List;
import java.util.Locale;

/// A value in a pipeline definition: given now, or worked out when the pipeline runs.
///
/// Source: the developer guide's "Amazon SageMaker Pipelines pipeline definition schema" and what
/// the Python SDK's `workflow.entities` writes.
public sealed interface Expression {
  /// A value known when the definition is written.
  sealed interface Literal extends Expression {}

  /// Text, written as a JSON string.
  record Text(String value) implements Literal {}

  /// A whole number, written without a fraction.
  record Whole(long value) implements Literal {}

  /// A finite decimal number; always written with a fraction, so that reading gives a decimal
  /// again.
  record Decimal(double value) implements Literal {
    public Decimal {
      if (!Double.isFinite(value)) {
        throw new IllegalArgumentException("A definition holds finite numbers only, not " + value);
      }
    }
  }

  /// `true` or `false`.
  record Flag(boolean value) implements Literal {}

  /// The value of one of the pipeline's parameters: `{"Get":"Parameters.name"}`.
  record ParameterReference(String name) implements Expression {}

  /// A fact of the running execution: `{"Get":"Execution.…"}`.
  record ExecutionFact(Fact fact) implements Expression {}

  /// A field of what the service says of an earlier step's job: `{"Get":"Steps.step.path"}`.
  ///
  /// @param path as in the Describe response, list members by name:
  ///   `ProcessingOutputConfig.Outputs['train'].S3Output.S3Uri`
  record StepProperty(String step, String path) implements Expression {}

  /// The values, each turned to text, with `on` between them: `{"Std:Join":{…}}`.
  record Join(String on, List<Expression> values) implements Expression {
    public Join {
      values = List.copyOf(values);
    }
  }

  /// A value out of a JSON file that an earlier step left as a property file.
  ///
  /// @param path dots between keys, `[n]` for list members
  record JsonGet(String step, String propertyFile, String path) implements Expression {}

  /// A value out of a JSON file in S3.
  record JsonGetFromS3(Expression uri, String path) implements Expression {}

  /// What an execution knows of itself.
  enum Fact implements ServiceNamed {
    START_DATE_TIME,
    CURRENT_DATE_TIME,
    PIPELINE_NAME,
    PIPELINE_ARN,
    PIPELINE_EXECUTION_ID,
    PIPELINE_EXECUTION_ARN;

    /// The service's name of it: `PipelineExecutionId`.
    @Override
    public String serviceName() {
      StringBuilder name = new StringBuilder();
      for (String word : name().split("_")) {
        name.append(word.charAt(0)).append(word.substring(1).toLowerCase(Locale.ROOT));
      }
      return name.toString();
    }
  }

  static Expression text(String value) {
    return new Text(value);
  }

  static Expression parameter(String name) {
    return new ParameterReference(name);
  }

  static Expression execution(Fact fact) {
    return new ExecutionFact(fact);
  }

  static Expression join(String on, Expression... values) {
    return new Join(on, List.of(values));
  }
}
