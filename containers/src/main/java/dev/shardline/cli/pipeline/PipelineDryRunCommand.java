package dev.shardline.cli.pipeline;

import dev.shardline.cli.session.CommonOptions;
import dev.shardline.cli.session.Session;
import dev.shardline.failure.ExitCode;
import dev.shardline.failure.UsageException;
import dev.shardline.pipeline.RetryPolicy.StepException;
import dev.shardline.pipeline.ServiceNamed;
import dev.shardline.pipeline.dryrun.AssignmentOrder;
import dev.shardline.pipeline.dryrun.ContainerEngine;
import dev.shardline.pipeline.dryrun.DryRun;
import dev.shardline.pipeline.dryrun.DryRunOptions;
import dev.shardline.pipeline.dryrun.ExecutionIdentity;
import dev.shardline.pipeline.dryrun.ExecutionReport;
import dev.shardline.pipeline.json.DefinitionWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `shardline pipeline dry-run`: the pipeline, as it would be deployed, on this machine.
@Command(
    name = "dry-run",
    header = "Execute the rendered pipeline on this machine as SageMaker would.",
    description =
        "Every machine of a job becomes a process or a container with an /opt/ml of its own. S3 is"
            + " a folder, unless --real-s3 is given.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  shardline pipeline dry-run shardline.yaml --set dataset.source=images/",
      "  shardline pipeline dry-run shardline.yaml --engine docker --parameter"
          + " ProcessingInstanceCount=4 --memory 1g",
      "  shardline pipeline dry-run shardline.yaml --order adversarial --fault"
          + " Preprocess=SageMaker.CAPACITY_ERROR"
    })
final class PipelineDryRunCommand implements Callable<Integer> {
  @Mixin private CommonOptions common = new CommonOptions();
  @Mixin private PipelineOptions options = new PipelineOptions();
  @Mixin private DryRunEngineOptions engines = new DryRunEngineOptions();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--folder",
      paramLabel = "DIR",
      description = "For machines, logs, cache and S3 (default: ${DEFAULT-VALUE}).")
  private Path folder = Path.of("dry-run");

  @Option(
      names = "--parameter",
      paramLabel = "NAME=VALUE",
      description = "A parameter of the pipeline; may be given again.")
  private Map<String, String> parameters = new LinkedHashMap<>();

  @Option(
      names = "--order",
      paramLabel = "round-robin|contiguous|random|adversarial",
      converter = OrderConverter.class,
      description = "Which machine gets which objects (default: round-robin).")
  private AssignmentOrder order = AssignmentOrder.ROUND_ROBIN;

  @Option(names = "--seed", paramLabel = "N", description = "For --order random.")
  private long seed;

  @Option(
      names = "--parallel",
      paramLabel = "N",
      description = "How many steps may run at once (default: as pipeline.parallelism, or 4).")
  private @Nullable Integer parallel;

  @Option(
      names = "--fault",
      paramLabel = "STEP=FAILURE[,FAILURE]",
      description = "Pretend failures of the service, one for each try of the step.")
  private Map<String, String> faults = new LinkedHashMap<>();

  /// `round-robin` as the constant is written on the command line.
  static final class OrderConverter implements ITypeConverter<AssignmentOrder> {
    @Override
    public AssignmentOrder convert(String text) {
      return AssignmentOrder.valueOf(text.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    try (Session session = Session.open(common, spec)) {
      PreparedPipeline pipeline = options.prepare(session);
      PipelineOptions.warn(session, pipeline, spec.commandLine().getErr());
      Path place = folder.toAbsolutePath().normalize();
      try (DryRunPlace surroundings = engines.place(place, session);
          ContainerEngine engine = engines.open(pipeline, surroundings)) {
        pipeline.bundles().publish(surroundings.stores(), pipeline.work());
        DryRunPage page = new DryRunPage(session, spec.commandLine().getErr());
        ExecutionReport report =
            new DryRun(
                    DefinitionWriter.pretty(pipeline.definition()),
                    engine,
                    surroundings.stores(),
                    dryRunOptions(pipeline, place, surroundings),
                    page::tell)
                .run(identity(pipeline), parameters);
        session.result(report.toJson(), out -> DryRunPage.print(report, place, out));
        return (report.succeeded() ? ExitCode.DONE : ExitCode.PERMANENT).code();
      }
    }
  }

  private DryRunOptions dryRunOptions(
      PreparedPipeline pipeline, Path place, DryRunPlace surroundings) {
    Integer steps = parallel != null ? parallel : pipeline.settings().policies().parallelism();
    Map<String, List<StepException>> pretended = new LinkedHashMap<>();
    faults.forEach((step, names) -> pretended.put(step, exceptions(names)));
    return new DryRunOptions(
        place, order, seed, steps == null ? 4 : steps, surroundings.variables(), pretended);
  }

  private static List<StepException> exceptions(String names) {
    List<StepException> exceptions = new ArrayList<>();
    for (String name : names.split(",")) {
      try {
        exceptions.add(ServiceNamed.find(StepException.class, name));
      } catch (IllegalArgumentException e) {
        throw new UsageException("--fault: " + e.getMessage(), e);
      }
    }
    return exceptions;
  }

  private static ExecutionIdentity identity(PreparedPipeline pipeline) {
    return new ExecutionIdentity(
        pipeline.settings().identity().name(),
        UUID.randomUUID().toString().replace("-", "").substring(0, 12),
        pipeline.settings().placement().region(),
        Instant.now());
  }
}
