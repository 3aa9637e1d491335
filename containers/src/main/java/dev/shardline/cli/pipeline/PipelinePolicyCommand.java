package dev.shardline.cli.pipeline;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shardline.cli.session.CommonOptions;
import dev.shardline.cli.session.Session;
import dev.shardline.digest.CanonicalJson;
import dev.shardline.failure.ExitCode;
import dev.shardline.pipeline.policy.AccessPolicies;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `shardline pipeline policy`: what must be allowed.
@Command(
    name = "policy",
    header = "Print the IAM policies that the pipeline needs, and no more.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  shardline pipeline policy shardline.yaml --for trust > trust.json",
      "  aws iam create-role --role-name Shardline --assume-role-policy-document"
          + " file://trust.json",
      "  shardline pipeline policy shardline.yaml --for role > role.json",
      "  aws iam put-role-policy --role-name Shardline --policy-name Shardline --policy-document"
          + " file://role.json"
    })
final class PipelinePolicyCommand implements Callable<Integer> {
  /// Whom a policy is for.
  enum Subject {
    /// The role that the jobs run as.
    ROLE,
    /// Who may take that role on.
    TRUST,
    /// Whoever deploys, starts and watches.
    OPERATOR
  }

  @Mixin private CommonOptions common = new CommonOptions();
  @Mixin private PipelineOptions options = new PipelineOptions();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--for",
      paramLabel = "role|trust|operator",
      description = "Whom the policy is for (default: role).")
  private Subject subject = Subject.ROLE;

  @Override
  public Integer call() throws IOException {
    try (Session session = Session.open(common, spec)) {
      PreparedPipeline pipeline = options.prepare(session);
      AccessPolicies policies = new AccessPolicies(pipeline.settings(), pipeline.sources());
      ObjectNode policy =
          switch (subject) {
            case ROLE -> policies.execution();
            case TRUST -> policies.trust();
            case OPERATOR -> policies.operator();
          };
      String text = new String(CanonicalJson.file(policy), StandardCharsets.UTF_8);
      session.result(policy, out -> out.print(text));
      return ExitCode.DONE.code();
    }
  }
}
