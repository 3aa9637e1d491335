package dev.shardline.pipeline.check;

import dev.shardline.pipeline.Expression;
import dev.shardline.pipeline.Parameter;
import dev.shardline.pipeline.PipelineDefinition;
import dev.shardline.pipeline.Step;
import dev.shardline.pipeline.json.DefinitionWriter;
import dev.shardline.pipeline.settings.Problem;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// Checks a definition as the service would: sizes, names, limits of each job, references.
public final class DefinitionCheck {
  /// The largest definition the service takes, in bytes of UTF-8.
  public static final int LARGEST_DEFINITION = 1_048_576;

  private static final Pattern PARAMETER = Pattern.compile("[A-Za-z0-9\\-_]{1,256}");
  private static final Pattern STEP = Pattern.compile("[A-Za-z0-9\\-_]{1,64}");
  private static final int MOST_PARAMETERS = 200;
  private static final int LONGEST_VALUE = 1024;

  private final PipelineDefinition definition;
  private final Findings findings = new Findings();

  private DefinitionCheck(PipelineDefinition definition) {
    this.definition = definition;
  }

  public static List<Problem> check(PipelineDefinition definition) {
    DefinitionCheck check = new DefinitionCheck(definition);
    check.size();
    check.parameters();
    check.steps(definition.steps(), new HashSet<>());
    ReferenceCheck references = new ReferenceCheck(definition, check.findings);
    references.check();
    return check.findings.all();
  }

  private void size() {
    int bytes = DefinitionWriter.compact(definition).getBytes(StandardCharsets.UTF_8).length;
    if (bytes > LARGEST_DEFINITION) {
      findings.error(
          "pipeline",
          "the definition has %d bytes, the service takes at most %d; shorten arguments, tags or"
              + " hyperparameters",
          bytes,
          LARGEST_DEFINITION);
    }
  }

  private void parameters() {
    findings.count("pipeline", definition.parameters().size(), MOST_PARAMETERS, "parameters");
    Set<String> names = new HashSet<>();
    for (Parameter parameter : definition.parameters()) {
      String path = Origins.ofParameter(parameter.name());
      findings.matches(path, parameter.name(), PARAMETER, "a parameter name of letters and digits");
      if (!names.add(parameter.name())) {
        findings.error(path, "two parameters are named %s", parameter.name());
      }
      if (parameter.defaultValue() instanceof Expression.Text(String value)) {
        findings.atMost(path, value, LONGEST_VALUE);
      }
    }
  }

  private void steps(List<Step> steps, Set<String> names) {
    for (Step step : steps) {
      String path = Origins.ofStep(step.name());
      findings.matches(path, step.name(), STEP, "a step name of at most 64 letters and digits");
      if (!names.add(step.name())) {
        findings.error(path, "two steps are named %s", step.name());
      }
      switch (step) {
        case Step.Processing processing -> new JobCheck(definition, findings).check(processing);
        case Step.Training training -> new JobCheck(definition, findings).check(training);
        case Step.Choice choice -> {
          branch(path, choice, choice.whenTrue());
          branch(path, choice, choice.whenFalse());
          steps(choice.whenTrue(), names);
          steps(choice.whenFalse(), names);
        }
        case Step.Fail _ -> {}
      }
    }
  }

  /// The service takes no choice inside of a choice.
  private void branch(String path, Step.Choice outer, List<Step> steps) {
    for (Step step : steps) {
      if (step instanceof Step.Choice) {
        findings.error(
            path,
            "step %s chooses inside of a branch of %s, which the service does not allow; join their"
                + " conditions",
            step.name(),
            outer.name());
      }
    }
  }
}
