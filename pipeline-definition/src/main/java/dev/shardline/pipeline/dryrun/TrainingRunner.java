package dev.shardline.pipeline.dryrun;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shardline.digest.CanonicalJson;
import dev.shardline.pipeline.TrainingChannel;
import dev.shardline.pipeline.TrainingJob;
import dev.shardline.pipeline.dryrun.InputDelivery.Wanted;
import dev.shardline.pipeline.json.DefinitionWriter;
import dev.shardline.storage.Content;
import dev.shardline.storage.ObjectLocation;
import dev.shardline.storage.StoreProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Runs one training job as far as data goes: channels, hyperparameters, the container if this
/// machine has one, the model's upload. All channels are laid out as files, whatever the input
/// mode.
final class TrainingRunner {
  private static final String DATA = "/opt/ml/input/data/";
  private static final String CONFIG = "/opt/ml/input/config";
  private static final String MODEL = "/opt/ml/model";

  private final StoreProvider stores;
  private final InputDelivery delivery;
  private final ContainerRuns containers;
  private final Consumer<DryRunEvent> listener;

  TrainingRunner(
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
  /// @param runnable whether something on this machine stands for its image; without it the
  ///   channels are laid out and nothing is started
  /// @return what the service would say of the finished job
  ObjectNode run(JobPlace place, TrainingJob job, boolean runnable)
      throws StepFailedException, InterruptedException {
    try {
      List<Host> hosts = machines(place, job);
      for (TrainingChannel channel : job.channels()) {
        deliver(place, channel, hosts);
      }
      for (Host host : hosts) {
        writeConfig(host, job, hosts);
        HostTree.open(host);
      }
      if (runnable) {
        containers.run(
            place, job.container(), Duration.ofSeconds(job.settings().maxRuntimeSeconds()), hosts);
      }
      ObjectNode description = DefinitionWriter.arguments(job);
      description.put("TrainingJobName", place.job());
      description.put("TrainingJobArn", place.arn());
      description.put("TrainingJobStatus", "Completed");
      if (runnable) {
        description
            .putObject("ModelArtifacts")
            .put("S3ModelArtifacts", upload(place, job, hosts.getFirst()));
      }
      for (Host host : hosts) {
        HostTree.delete(host.resolve(DATA));
      }
      return description;
    } catch (IOException e) {
      throw StepFailedException.permanent("this machine failed: " + e);
    }
  }

  private static List<Host> machines(JobPlace place, TrainingJob job) throws IOException {
    List<String> folders = new ArrayList<>(List.of(CONFIG, MODEL));
    job.channels().forEach(channel -> folders.add(DATA + channel.name()));
    int count = Integer.parseInt(Resolution.textOf(job.cluster().instanceCount()));
    return HostTree.make(place.folder(), count, folders);
  }

  private void deliver(JobPlace place, TrainingChannel channel, List<Host> hosts)
      throws StepFailedException {
    List<Integer> counts =
        delivery.deliver(
            new Wanted(
                channel.name(),
                Resolution.textOf(channel.uri()),
                DATA + channel.name(),
                channel.dataType(),
                channel.distribution()),
            hosts);
    listener.accept(new DryRunEvent.Delivered(place.step(), channel.name(), counts));
  }

  private static void writeConfig(Host host, TrainingJob job, List<Host> all) throws IOException {
    ObjectNode resources = CanonicalJson.object().put("current_host", host.name());
    Host.names(all.size()).forEach(resources.putArray("hosts")::add);
    resources.put("network_interface_name", "eth0");
    ObjectNode parameters = CanonicalJson.object();
    job.hyperparameters().forEach(parameters::put);
    ObjectNode inputs = CanonicalJson.object();
    for (TrainingChannel channel : job.channels()) {
      inputs
          .putObject(channel.name())
          .put("TrainingInputMode", job.inputMode().serviceName())
          .put("S3DistributionType", channel.distribution().serviceName())
          .put("RecordWrapperType", "None");
    }
    Path config = host.resolve(CONFIG);
    Files.write(config.resolve("resourceconfig.json"), CanonicalJson.file(resources));
    Files.write(config.resolve("hyperparameters.json"), CanonicalJson.file(parameters));
    Files.write(config.resolve("inputdataconfig.json"), CanonicalJson.file(inputs));
  }

  private String upload(JobPlace place, TrainingJob job, Host first) throws IOException {
    Path archive = place.folder().resolve("model.tar.gz");
    ModelArchive.write(first.resolve(MODEL), archive);
    ObjectLocation location =
        ObjectLocation.parse(Resolution.textOf(job.outputUri()))
            .resolve(place.job() + "/output/model.tar.gz");
    stores.storeOf(location).write(location, Content.ofFile(archive));
    return location.toString();
  }
}
