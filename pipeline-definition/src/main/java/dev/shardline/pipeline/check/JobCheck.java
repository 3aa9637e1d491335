package dev.shardline.pipeline.check;

import dev.shardline.pipeline.Container;
import dev.shardline.pipeline.Expression;
import dev.shardline.pipeline.Expression.Fact;
import dev.shardline.pipeline.Parameter;
import dev.shardline.pipeline.PipelineDefinition;
import dev.shardline.pipeline.ProcessingInput;
import dev.shardline.pipeline.ProcessingJob;
import dev.shardline.pipeline.ProcessingOutput;
import dev.shardline.pipeline.PropertyFile;
import dev.shardline.pipeline.RetryPolicy;
import dev.shardline.pipeline.RetryPolicy.Limit;
import dev.shardline.pipeline.Step;
import dev.shardline.pipeline.StepExpressions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Checks one job step against the limits of the job requests.
final class JobCheck {
  private static final String PROCESSING_ROOT = "/opt/ml/processing/";
  private static final int MOST_PORTS = 10;
  private static final int MOST_CHANNELS = 20;
  private static final int MOST_INSTANCES = 100;
  private static final int MOST_ARGUMENTS = 100;
  private static final int LONGEST_ARGUMENT = 256;
  private static final int LONGEST_PATH = 256;
  private static final int LONGEST_URI = 1024;
  private static final int MOST_ATTEMPTS = 20;
  private static final int MOST_MINUTES = 14_400;

  /// How long an execution's id is; it is not known yet, its length is.
  private static final int EXECUTION_ID_LENGTH = 12;

  private final PipelineDefinition definition;
  private final Findings findings;

  JobCheck(PipelineDefinition definition, Findings findings) {
    this.definition = definition;
    this.findings = findings;
  }

  void check(Step.Processing step) {
    String path = Origins.ofStep(step.name());
    ProcessingJob job = step.job();
    findings.count(path, job.inputs().size(), MOST_PORTS, "inputs of step " + step.name());
    findings.count(path, job.outputs().size(), MOST_PORTS, "outputs of step " + step.name());
    if (job.cluster().instanceCount() instanceof Expression.Whole(long count)) {
      findings.within(path + ".instance-count", count, 1, MOST_INSTANCES);
    }
    ports(path, step);
    propertyFiles(path, step);
    container(path, step.name(), job.container());
    retries(path, step.name(), step.retries());
    if (step.cache().enabled()) {
      cacheKey(path, step.name(), job);
    }
  }

  void check(Step.Training step) {
    String path = Origins.ofStep(step.name());
    findings.count(path, step.job().channels().size(), MOST_CHANNELS, "channels");
    container(path, step.name(), step.job().container());
    retries(path, step.name(), step.retries());
  }

  private void ports(String path, Step.Processing step) {
    List<String> localPaths = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (ProcessingInput input : step.job().inputs()) {
      port(path, step.name(), input.name(), input.uri(), input.localPath(), names, localPaths);
    }
    names.clear();
    for (ProcessingOutput output : step.job().outputs()) {
      port(path, step.name(), output.name(), output.uri(), output.localPath(), names, localPaths);
    }
  }

  private void port(
      String path,
      String step,
      String name,
      Expression uri,
      String localPath,
      Set<String> names,
      List<String> localPaths) {
    if (!names.add(name)) {
      findings.error(path, "step %s has two inputs or two outputs named %s", step, name);
    }
    if (!localPath.startsWith(PROCESSING_ROOT) || localPath.length() > LONGEST_PATH) {
      findings.error(
          path,
          "step %s, %s: expected a path under %s of at most %d characters, found \"%s\"",
          step,
          name,
          PROCESSING_ROOT,
          LONGEST_PATH,
          localPath);
    }
    for (String other : localPaths) {
      if ((localPath + "/").startsWith(other + "/") || (other + "/").startsWith(localPath + "/")) {
        findings.error(path, "step %s: %s and %s lie in each other", step, other, localPath);
      }
    }
    localPaths.add(localPath);
    int length = length(uri);
    if (length > LONGEST_URI) {
      findings.error(
          path,
          "step %s, %s: the URI has %d characters, the service takes %d",
          step,
          name,
          length,
          LONGEST_URI);
    }
  }

  private void propertyFiles(String path, Step.Processing step) {
    for (PropertyFile file : step.propertyFiles()) {
      if (step.job().outputs().stream().noneMatch(out -> out.name().equals(file.output()))) {
        findings.error(
            path,
            "step %s: property file %s names the output %s, which the step does not have",
            step.name(),
            file.name(),
            file.output());
      }
    }
  }

  private void container(String path, String step, Container container) {
    findings.count(path, container.arguments().size(), MOST_ARGUMENTS, "arguments of step " + step);
    for (int i = 0; i < container.arguments().size(); i++) {
      int length = length(container.arguments().get(i));
      if (length > LONGEST_ARGUMENT) {
        findings.error(
            path,
            "step %s: argument %d has %d characters, the service takes %d; shorten the bucket's or"
                + " data set's name",
            step,
            i + 1,
            length,
            LONGEST_ARGUMENT);
      }
    }
  }

  private void retries(String path, String step, List<RetryPolicy> retries) {
    for (RetryPolicy retry : retries) {
      switch (retry.limit()) {
        case Limit.Attempts(int count) ->
            findings.within(path + " (retries of " + step + ")", count, 1, MOST_ATTEMPTS);
        case Limit.Minutes(int count) ->
            findings.within(path + " (retries of " + step + ")", count, 1, MOST_MINUTES);
      }
    }
  }

  /// The service's cache key is image, arguments, environment and inputs: one that contains
  /// something of the execution itself never occurs again.
  private void cacheKey(String path, String step, ProcessingJob job) {
    List<Expression> key = new ArrayList<>(job.container().arguments());
    key.add(job.container().image());
    key.addAll(job.container().environment().values());
    job.inputs().forEach(input -> key.add(input.uri()));
    boolean changing =
        key.stream()
            .flatMap(expression -> StepExpressions.flatten(expression).stream())
            .anyMatch(part ->
                part instanceof Expression.ExecutionFact(Fact fact)
                    && fact != Fact.PIPELINE_NAME
                    && fact != Fact.PIPELINE_ARN);
    if (changing) {
      findings.warning(
          path,
          "step %s is cached but is told something of its execution, so the cache never hits; leave"
              + " it out or turn the cache off",
          step);
    }
  }

  /// The length of the text an expression gives, as far as it is known: what only the execution can
  /// tell counts as nothing.
  private int length(Expression expression) {
    return switch (expression) {
      case Expression.Text(String value) -> value.length();
      case Expression.Whole(long value) -> Long.toString(value).length();
      case Expression.Decimal(double value) -> Double.toString(value).length();
      case Expression.Flag(boolean value) -> Boolean.toString(value).length();
      case Expression.ParameterReference(String name) -> defaultLength(name);
      case Expression.ExecutionFact(Fact fact) ->
          fact == Fact.PIPELINE_EXECUTION_ID ? EXECUTION_ID_LENGTH : 0;
      case Expression.Join(String on, List<Expression> values) ->
          values.stream().mapToInt(this::length).sum()
              + on.length() * Math.max(0, values.size() - 1);
      case Expression.StepProperty _, Expression.JsonGet _, Expression.JsonGetFromS3 _ -> 0;
    };
  }

  private int defaultLength(String name) {
    for (Parameter parameter : definition.parameters()) {
      if (parameter.name().equals(name) && parameter.defaultValue() != null) {
        return length(parameter.defaultValue());
      }
    }
    return 0;
  }
}
