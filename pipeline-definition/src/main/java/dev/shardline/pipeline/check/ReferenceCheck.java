package dev.shardline.pipeline.check;

import dev.shardline.pipeline.Expression;
import dev.shardline.pipeline.Parameter;
import dev.shardline.pipeline.PipelineDefinition;
import dev.shardline.pipeline.Step;
import dev.shardline.pipeline.StepExpressions;
import dev.shardline.pipeline.StepExpressions.Located;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Checks that what steps refer to exists, comes before them, and can be reached.
final class ReferenceCheck {
  private static final Pattern OUTPUT_URI =
      Pattern.compile("ProcessingOutputConfig\\.Outputs\\['([^']*)'\\]\\.S3Output\\.S3Uri");
  private static final Set<String> PROCESSING_PROPERTIES =
      Set.of(
          "ProcessingJobName",
          "ProcessingJobArn",
          "ProcessingJobStatus",
          "ExitMessage",
          "CreationTime",
          "ProcessingStartTime",
          "ProcessingEndTime");
  private static final Set<String> TRAINING_PROPERTIES =
      Set.of(
          "TrainingJobName",
          "TrainingJobArn",
          "TrainingJobStatus",
          "ModelArtifacts.S3ModelArtifacts");

  private final Findings findings;
  private final Set<String> parameters = new HashSet<>();
  private final Map<String, Step> steps = new LinkedHashMap<>();

  /// The choice in whose branch a step stands; itself absent for steps at the top.
  private final Map<String, String> enclosing = new LinkedHashMap<>();

  ReferenceCheck(PipelineDefinition definition, Findings findings) {
    this.findings = findings;
    definition.parameters().stream().map(Parameter::name).forEach(parameters::add);
    collect(definition.steps(), null);
  }

  private void collect(List<Step> list, @Nullable String choice) {
    for (Step step : list) {
      steps.put(step.name(), step);
      if (choice != null) {
        enclosing.put(step.name(), choice);
      }
      if (step instanceof Step.Choice inner) {
        collect(inner.whenTrue(), inner.name());
        collect(inner.whenFalse(), inner.name());
      }
    }
  }

  void check() {
    for (Step step : steps.values()) {
      String path = Origins.ofStep(step.name());
      step.dependsOn().forEach(other -> dependency(path, step, other));
      for (Located located : StepExpressions.of(step)) {
        for (Expression expression : StepExpressions.flatten(located.expression())) {
          expression(path, step.name() + "." + located.place(), expression);
        }
      }
      if (upstream(step.name()).contains(step.name())) {
        findings.error(path, "step %s waits for itself", step.name());
      }
    }
  }

  private void dependency(String path, Step step, String other) {
    Step target = steps.get(other);
    if (target == null) {
      findings.error(path, "step %s depends on %s, which does not exist", step.name(), other);
    } else if (target instanceof Step.Fail) {
      findings.error(
          path, "step %s depends on %s, but nothing comes after a Fail step", step.name(), other);
    }
  }

  private void expression(String path, String place, Expression expression) {
    switch (expression) {
      case Expression.ParameterReference(String name) -> {
        if (!parameters.contains(name)) {
          findings.error(path, "%s refers to the parameter %s, which does not exist", place, name);
        }
      }
      case Expression.StepProperty(String step, String property) ->
          property(path, place, step, property);
      case Expression.JsonGet(String step, String file, String _) ->
          propertyFile(path, place, step, file);
      case Expression.Literal _,
          Expression.ExecutionFact _,
          Expression.Join _,
          Expression.JsonGetFromS3 _ -> {}
    }
  }

  private void property(String path, String place, String name, String property) {
    switch (steps.get(name)) {
      case null ->
          findings.error(path, "%s refers to the step %s, which does not exist", place, name);
      case Step.Processing step -> {
        Matcher output = OUTPUT_URI.matcher(property);
        boolean known =
            output.matches()
                ? step.job().outputs().stream().anyMatch(o -> o.name().equals(output.group(1)))
                : PROCESSING_PROPERTIES.contains(property);
        unknownProperty(known, path, place, name, property);
      }
      case Step.Training _ ->
          unknownProperty(TRAINING_PROPERTIES.contains(property), path, place, name, property);
      case Step.Choice _ ->
          unknownProperty(property.equals("Outcome"), path, place, name, property);
      case Step.Fail _ -> unknownProperty(false, path, place, name, property);
    }
  }

  private void unknownProperty(
      boolean known, String path, String place, String step, String property) {
    if (!known) {
      findings.error(path, "%s: the step %s has no property %s", place, step, property);
    }
  }

  private void propertyFile(String path, String place, String name, String file) {
    if (!(steps.get(name) instanceof Step.Processing step)) {
      findings.error(
          path,
          "%s looks into a file of %s, which is no processing step of this pipeline",
          place,
          name);
    } else if (step.propertyFiles().stream().noneMatch(known -> known.name().equals(file))) {
      findings.error(path, "%s: the step %s has no property file %s", place, name, file);
    }
  }

  /// Every step that must be done before this one can start.
  private Set<String> upstream(String name) {
    Set<String> seen = new LinkedHashSet<>();
    follow(name, seen);
    return seen;
  }

  private void follow(String name, Set<String> seen) {
    Step step = steps.get(name);
    if (step == null) {
      return;
    }
    Set<String> next = new LinkedHashSet<>(StepExpressions.dependencies(step));
    String choice = enclosing.get(name);
    if (choice != null) {
      next.add(choice);
    }
    for (String before : next) {
      if (seen.add(before)) {
        follow(before, seen);
      }
    }
  }
}
