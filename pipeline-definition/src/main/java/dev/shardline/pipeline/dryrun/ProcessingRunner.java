package dev.shardline.pipeline.dryrun;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shardline.pipeline.ProcessingInput;
import dev.shardline.pipeline.ProcessingJob;
import dev.shardline.pipeline.ProcessingOutput;
import dev.shardline.pipeline.ProcessingOutput.UploadMode;
import dev.shardline.pipeline.dryrun.InputDelivery.Wanted;
import dev.shardline.pipeline.json.DefinitionWriter;
import dev.shardline.storage.ObjectLocation;
import dev.shardline.storage.StoreProvider;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Runs one processing job: machines, inputs, containers, outputs, exit message.
final class ProcessingRunner {
  private final StoreProvider stores;
  private final InputDelivery delivery;
  private final ContainerRuns containers;
  private final Consumer<DryRunEvent> listener;

  ProcessingRunner(
      StoreProvider stores,
      InputDelivery delivery,
      ContainerRuns containers,
      Consumer<DryRunEvent> listener) {
    this.stores = stores;
    this.delivery = delivery;
    this.containers = containers;
    this.listener = listener;
  }

  /// @param job with all expressions worked out
  /// @return what the service would say of the finished job
  ObjectNode run(JobPlace place, ProcessingJob job)
      throws StepFailedException, InterruptedException {
    try {
      List<Host> hosts = machines(place, job);
      ObjectNode description = describe(place, job);
      for (Host host : hosts) {
        HostTree.writeResources(host, Resolution.textOf(job.cluster().instanceType()), hosts);
        HostTree.writeConfig(host, "processingjobconfig.json", ProcessingConfig.of(description));
      }
      deliver(place, job, hosts);
      for (Host host : hosts) {
        HostTree.open(host);
      }
      String exitMessage = runAndUpload(place, job, hosts);
      description.put("ProcessingJobStatus", "Completed");
      if (!exitMessage.isEmpty()) {
        description.put("ExitMessage", exitMessage);
      }
      for (Host host : hosts) {
        HostTree.delete(host.root().resolve("processing"));
      }
      return description;
    } catch (IOException e) {
      throw StepFailedException.permanent("this machine failed: " + e);
    }
  }

  private static List<Host> machines(JobPlace place, ProcessingJob job) throws IOException {
    List<String> folders = new ArrayList<>();
    job.inputs().forEach(input -> folders.add(input.localPath()));
    job.outputs().forEach(output -> folders.add(output.localPath()));
    int count = Integer.parseInt(Resolution.textOf(job.cluster().instanceCount()));
    return HostTree.make(place.folder(), count, folders);
  }

  private static ObjectNode describe(JobPlace place, ProcessingJob job) {
    ObjectNode description = DefinitionWriter.arguments(job);
    description.put("ProcessingJobName", place.job());
    description.put("ProcessingJobArn", place.arn());
    description.put("ProcessingJobStatus", "InProgress");
    return description;
  }

  private void deliver(JobPlace place, ProcessingJob job, List<Host> hosts)
      throws StepFailedException {
    for (ProcessingInput input : job.inputs()) {
      List<Integer> counts =
          delivery.deliver(
              new Wanted(
                  input.name(),
                  Resolution.textOf(input.uri()),
                  input.localPath(),
                  input.dataType(),
                  input.distribution()),
              hosts);
      listener.accept(new DryRunEvent.Delivered(place.step(), input.name(), counts));
    }
  }

  private String runAndUpload(JobPlace place, ProcessingJob job, List<Host> hosts)
      throws StepFailedException, InterruptedException, IOException {
    Duration maxRuntime = Duration.ofSeconds(job.settings().maxRuntimeSeconds());
    try (ContinuousUpload continuous =
        new ContinuousUpload(uploads(job, UploadMode.CONTINUOUS), hosts)) {
      try {
        containers.run(place, job.container(), maxRuntime, hosts);
      } catch (StepFailedException e) {
        throw withMessage(e, hosts);
      }
      continuous.finish();
      tellClashes(place, continuous.clashes());
    }
    String message = ExitMessages.of(hosts);
    for (OutputUpload upload : uploads(job, UploadMode.END_OF_JOB)) {
      upload.sweep(hosts, 0);
      tellClashes(place, upload.clashes());
    }
    return message;
  }

  /// What the containers said belongs to the reason of the failure.
  private static StepFailedException withMessage(StepFailedException failure, List<Host> hosts)
      throws StepFailedException {
    String message = ExitMessages.of(hosts);
    return message.isEmpty() || failure.kind().isPresent()
        ? failure
        : StepFailedException.permanent(failure.reason() + ": " + message.strip());
  }

  private List<OutputUpload> uploads(ProcessingJob job, UploadMode mode) {
    List<OutputUpload> uploads = new ArrayList<>();
    for (ProcessingOutput output : job.outputs()) {
      if (output.uploadMode() == mode) {
        uploads.add(
            new OutputUpload(
                stores, ObjectLocation.parse(Resolution.textOf(output.uri())), output.localPath()));
      }
    }
    return uploads;
  }

  private void tellClashes(JobPlace place, List<String> clashes) {
    clashes.forEach(clash -> listener.accept(new DryRunEvent.Doubt(place.step(), clash)));
  }
}
