package dev.shardline.pipeline;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Finds the expressions in a step, and through them the steps it has to wait for.
public final class StepExpressions {
  private final List<Located> found = new ArrayList<>();

  private StepExpressions() {}

  /// @param place inside the step's arguments, as in the service's JSON
  public record Located(String place, Expression expression) {}

  /// Every expression of the step's own arguments, outermost ones only, without those of the steps
  /// in its branches.
  public static List<Located> of(Step step) {
    StepExpressions expressions = new StepExpressions();
    switch (step) {
      case Step.Processing processing -> expressions.processing(processing.job());
      case Step.Training training -> expressions.training(training.job());
      case Step.Choice choice -> expressions.conditions("Conditions", choice.conditions());
      case Step.Fail fail -> expressions.add("ErrorMessage", fail.message());
    }
    return List.copyOf(expressions.found);
  }

  /// The expression and all that it is made of.
  public static List<Expression> flatten(Expression expression) {
    List<Expression> all = new ArrayList<>();
    all.add(expression);
    switch (expression) {
      case Expression.Join join -> join.values().forEach(value -> all.addAll(flatten(value)));
      case Expression.JsonGetFromS3(Expression uri, String _) -> all.addAll(flatten(uri));
      case Expression.Literal _,
          Expression.ParameterReference _,
          Expression.ExecutionFact _,
          Expression.StepProperty _,
          Expression.JsonGet _ -> {}
    }
    return all;
  }

  /// The steps whose results a step uses, and those it names, in the order found.
  public static Set<String> dependencies(Step step) {
    Set<String> names = new LinkedHashSet<>(step.dependsOn());
    for (Located located : of(step)) {
      for (Expression expression : flatten(located.expression())) {
        if (expression instanceof Expression.StepProperty(String name, String _)) {
          names.add(name);
        } else if (expression instanceof Expression.JsonGet(String name, String _, String _)) {
          names.add(name);
        }
      }
    }
    return names;
  }

  private void add(String place, Expression expression) {
    found.add(new Located(place, expression));
  }

  private void processing(ProcessingJob job) {
    cluster("ProcessingResources.ClusterConfig", job.cluster());
    container("AppSpecification", "ImageUri", job.container());
    for (ProcessingInput input : job.inputs()) {
      add("ProcessingInputs['%s'].S3Input.S3Uri".formatted(input.name()), input.uri());
    }
    for (ProcessingOutput output : job.outputs()) {
      add(
          "ProcessingOutputConfig.Outputs['%s'].S3Output.S3Uri".formatted(output.name()),
          output.uri());
    }
    add("RoleArn", job.settings().role());
  }

  private void training(TrainingJob job) {
    cluster("ResourceConfig", job.cluster());
    container("AlgorithmSpecification", "TrainingImage", job.container());
    for (TrainingChannel channel : job.channels()) {
      add(
          "InputDataConfig['%s'].DataSource.S3DataSource.S3Uri".formatted(channel.name()),
          channel.uri());
    }
    add("OutputDataConfig.S3OutputPath", job.outputUri());
    add("RoleArn", job.settings().role());
  }

  private void cluster(String place, Cluster cluster) {
    add(place + ".InstanceType", cluster.instanceType());
    add(place + ".InstanceCount", cluster.instanceCount());
  }

  private void container(String place, String imageKey, Container container) {
    add(place + "." + imageKey, container.image());
    for (int i = 0; i < container.arguments().size(); i++) {
      add(place + ".ContainerArguments[" + i + "]", container.arguments().get(i));
    }
    container.environment().forEach((key, value) -> add("Environment." + key, value));
  }

  private void conditions(String place, List<Condition> conditions) {
    for (int i = 0; i < conditions.size(); i++) {
      condition(place + "[" + i + "]", conditions.get(i));
    }
  }

  private void condition(String place, Condition condition) {
    switch (condition) {
      case Condition.Comparison(var _, Expression left, Expression right) -> {
        add(place + ".LeftValue", left);
        add(place + ".RightValue", right);
      }
      case Condition.In(Expression query, List<Expression> values) -> {
        add(place + ".QueryValue", query);
        values.forEach(value -> add(place + ".Values", value));
      }
      case Condition.Not(Condition inner) -> condition(place + ".Condition", inner);
      case Condition.Or(List<Condition> inner) -> conditions(place + ".Conditions", inner);
    }
  }
}
