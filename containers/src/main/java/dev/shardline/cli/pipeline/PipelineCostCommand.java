package dev.shardline.cli.pipeline;

import dev.shardline.cli.session.CommonOptions;
import dev.shardline.cli.session.Session;
import dev.shardline.cli.session.TextTable;
import dev.shardline.failure.ExitCode;
import dev.shardline.pipeline.cost.CostEstimate;
import dev.shardline.pipeline.cost.CostEstimator;
import dev.shardline.pipeline.cost.PriceList;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `shardline pipeline cost`: what an execution will cost.
@Command(
    name = "cost",
    header = "Estimate what an execution costs, from prices given in a file.",
    description =
        "The file: currency, instance-hour (by type), volume-gigabyte-month, gigabytes-per-hour"
            + " (by type, as measured). Without a measured speed or a data set the longest runtime"
            + " is the bound.",
    footerHeading = "%nExample:%n",
    footer =
        "  shardline pipeline cost shardline.yaml --prices prices.yaml --dataset"
            + " work/datasets/mri/3f2a…")
final class PipelineCostCommand implements Callable<Integer> {
  @Mixin private CommonOptions common = new CommonOptions();
  @Mixin private PipelineOptions options = new PipelineOptions();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--prices",
      required = true,
      paramLabel = "FILE",
      description = "The prices, in YAML.")
  private Path prices = Path.of("prices.yaml");

  @Override
  public Integer call() throws IOException {
    try (Session session = Session.open(common, spec)) {
      PreparedPipeline pipeline = options.prepare(session);
      CostEstimate estimate =
          new CostEstimator(PriceList.load(prices), pipeline.parts())
              .estimate(pipeline.definition());
      session.result(estimate.toJson(), out -> print(estimate, out));
      return ExitCode.DONE.code();
    }
  }

  private static void print(CostEstimate estimate, PrintWriter out) {
    TextTable table =
        new TextTable(List.of("step", "machines", "hours", "by", "cost " + estimate.currency()));
    for (CostEstimate.Line line : estimate.lines()) {
      table.row(
          List.of(
              line.step(),
              line.instances() + " × " + line.instanceType(),
              number(line.hours()),
              line.measured() ? "measured" : "limit",
              number(line.cost())));
    }
    String total = (estimate.measured() ? "" : "at most ") + number(estimate.total());
    table.row(List.of("total", "", "", "", total));
    table.print(out);
    if (!estimate.missing().isEmpty()) {
      out.println("not included, for want of a price: " + String.join(", ", estimate.missing()));
    }
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }
}
