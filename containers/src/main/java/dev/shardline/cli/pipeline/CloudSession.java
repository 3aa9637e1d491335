package dev.shardline.cli.pipeline;

import dev.shardline.failure.UsageException;
import dev.shardline.pipeline.check.AccountCheck;
import dev.shardline.pipeline.render.Workload;
import dev.shardline.pipeline.sagemaker.AwsAccount;
import dev.shardline.pipeline.sagemaker.AwsAccountFacts;
import dev.shardline.pipeline.settings.Problem;
import dev.shardline.storage.ObjectLocation;
import java.io.PrintWriter;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// The AWS account that a pipeline command works in.
final class CloudSession {
  private static final String ENDPOINT_VARIABLE = "AWS_ENDPOINT_URL";

  private CloudSession() {}

  static AwsAccount open(PreparedPipeline pipeline) {
    return AwsAccount.open(
        pipeline.settings().placement().region(),
        Optional.ofNullable(System.getenv(ENDPOINT_VARIABLE))
            .filter(text -> !text.isBlank())
            .map(URI::create));
  }

  /// Makes sure that the account has what the settings name.
  ///
  /// @throws UsageException naming everything that it lacks
  static void check(PreparedPipeline pipeline, AwsAccount account, PrintWriter err) {
    List<Problem> problems = new ArrayList<>();
    for (ObjectLocation source : pipeline.sources()) {
      if (!source.scheme().equals("s3")) {
        problems.add(
            Problem.error(
                Workload.SOURCE_SETTING,
                "%s is on this machine, where SageMaker cannot read it; copy it to S3 and give --set dataset.source=s3://…"
                    .formatted(source)));
      }
    }
    try (AwsAccountFacts facts = new AwsAccountFacts(account)) {
      problems.addAll(
          AccountCheck.check(
              pipeline.settings(), Workload.SOURCE_SETTING, pipeline.sources(), facts));
    }
    List<Problem> errors = problems.stream().filter(Problem::isError).toList();
    problems.stream()
        .filter(problem -> !problem.isError())
        .forEach(problem -> err.println("warning: " + problem.show(pipeline.root())));
    if (!errors.isEmpty()) {
      throw new UsageException(
          "The account is not ready; nothing was changed:\n  "
              + errors.stream()
                  .map(problem -> problem.show(pipeline.root()))
                  .collect(Collectors.joining("\n  ")));
    }
  }
}
