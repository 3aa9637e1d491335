package dev.shardline.cli.pipeline;

import picocli.CommandLine.Command;

/// `shardline pipeline`: the same work on SageMaker.
@Command(
    name = "pipeline",
    header = "Render, try, deploy, start, watch and stop the work as a SageMaker pipeline.",
    description = {
      "From a working local run to a deployed pipeline:",
      "  shardline pipeline render shardline.yaml",
      "  shardline pipeline dry-run shardline.yaml",
      "  shardline pipeline upsert shardline.yaml",
      "  shardline pipeline start shardline.yaml",
      "  shardline pipeline watch shardline.yaml"
    },
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      PipelineRenderCommand.class,
      PipelineDryRunCommand.class,
      PipelinePolicyCommand.class,
      PipelineCostCommand.class,
      PipelineDiffCommand.class,
      PipelineUpsertCommand.class,
      PipelineStartCommand.class,
      PipelineWatchCommand.class,
      PipelineStopCommand.class
    })
public final class PipelineCommand {}
