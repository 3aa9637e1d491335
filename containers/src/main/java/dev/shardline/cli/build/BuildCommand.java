package dev.shardline.cli.build;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shardline.build.BuildResult;
import dev.shardline.build.DatasetSection;
import dev.shardline.build.Forecast;
import dev.shardline.cli.session.CommonOptions;
import dev.shardline.cli.session.ConfigOptions;
import dev.shardline.cli.session.Locations;
import dev.shardline.cli.session.RunSettings;
import dev.shardline.cli.session.Session;
import dev.shardline.config.Config;
import dev.shardline.digest.CanonicalJson;
import dev.shardline.failure.ExitCode;
import dev.shardline.manifest.ClassCount;
import dev.shardline.manifest.DatasetFiles;
import dev.shardline.manifest.SplitDescription;
import dev.shardline.recipe.Recipe;
import dev.shardline.storage.ObjectLocation;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `shardline build`: manifests.
@Command(
    name = "build",
    header = "List, label, group, split: write a data set's manifests.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  shardline build shardline.yaml --work work/",
      "  shardline build shardline.yaml --work s3://bucket/work/ --set"
          + " dataset.source=s3://bucket/mri/",
      "  shardline build shardline.yaml --work work/ --dry-run",
      "  shardline build shardline.yaml --work work/ --check",
      "  shardline build shardline.yaml --work work/ --previous"
          + " work/datasets/brain/0123456789abcdef"
    })
public final class BuildCommand implements Callable<Integer> {
  private static final String FORECAST_RATE = "52428800";

  @Mixin private CommonOptions common = new CommonOptions();
  @Mixin private ConfigOptions config = new ConfigOptions();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--work",
      required = true,
      paramLabel = "URI",
      converter = Locations.class,
      description = "Where data sets and runs lie.")
  private ObjectLocation work = ObjectLocation.parse("file:///");

  @Option(names = "--dry-run", description = "Find out everything and write nothing.")
  private boolean dryRun;

  @Option(
      names = "--check",
      description = "Only list, label and check: no split, nothing is written.")
  private boolean check;

  @Option(
      names = "--rate",
      paramLabel = "BYTES",
      defaultValue = FORECAST_RATE,
      description =
          "What one instance is taken to get through in a second, for the forecast of --dry-run"
              + " (default: ${DEFAULT-VALUE}).")
  private long rate = Long.parseLong(FORECAST_RATE);

  @Option(
      names = "--previous",
      paramLabel = "URI",
      description =
          "The data set's directory of an earlier build: its samples stay in their splits and"
              + " parts, new ones fill up. The same as dataset.previous.")
  private @Nullable String previous;

  @Option(
      names = "--target-part-bytes",
      paramLabel = "SIZE",
      description =
          "About how large parts are, such as 256MiB. The same as dataset.parts.target-bytes.")
  private @Nullable String targetPartBytes;

  @Option(
      names = "--result",
      paramLabel = "FILE",
      description = "Also write the JSON result to this file; a pipeline's later steps read it.")
  private @Nullable Path result;

  @Override
  public Integer call() throws IOException {
    try (Session session = Session.open(common, spec)) {
      Config read = config.load(overrides());
      // Whatever is wrong with the recipe shall be known before anything is listed.
      Recipe recipe = RunSettings.read(read).recipe();
      if (check) {
        return CheckPage.show(session, new DatasetBuild(session).check(read));
      }
      BuildResult built = new DatasetBuild(session).build(read, work, dryRun);
      long memory = WorkerMemory.forEachCore(built.forecast().largest(), recipe, session.stores());
      ObjectNode json = json(built);
      json.withObject("forecast").put("worker-bytes-per-core", memory);
      if (result != null) {
        Path folder = result.toAbsolutePath().getParent();
        Files.createDirectories(folder == null ? Path.of("/") : folder);
        Files.write(result, CanonicalJson.file(json));
      }
      session.result(json, out -> print(read, built, memory, out));
      return ExitCode.DONE.code();
    }
  }

  /// The options that stand for keys of the configuration.
  private List<String> overrides() {
    List<String> overrides = new ArrayList<>();
    if (previous != null) {
      overrides.add("dataset.previous=" + previous);
    }
    if (targetPartBytes != null) {
      overrides.add("dataset.parts.target-bytes=" + targetPartBytes);
    }
    return overrides;
  }

  private void print(Config read, BuildResult built, long memory, PrintWriter out) {
    DatasetTable.print(built.description(), out);
    if (!built.written()) {
      int instances = DatasetSection.read(read.root()).parts().instances();
      out.println(ForecastText.of(built.forecast(), memory, instances, rate));
    }
    out.printf(
        "%s %s%n",
        built.written() ? "data set" : "would be written to", Locations.shown(built.directory()));
  }

  /// The result as pipelines read it.
  public static ObjectNode json(BuildResult built) {
    ObjectNode node = CanonicalJson.object();
    node.putObject("dataset")
        .put("uri", built.directory().toString())
        .put("digest", built.digest().hex())
        .put("name", built.description().name());
    Forecast forecast = built.forecast();
    node.putObject("forecast")
        .put("shards", forecast.shards())
        .put("bytes", forecast.bytes())
        .put("smallest-part", forecast.smallestPart())
        .put("largest-part", forecast.largestPart())
        .put("largest-sample", forecast.largest().bytes())
        .put("largest-decoded", forecast.largest().decodedBytes());
    ObjectNode splits = node.putObject("splits");
    for (SplitDescription split : built.description().splits()) {
      ObjectNode own = splits.putObject(split.split().name());
      own.put(
              "manifest",
              built.directory().resolve(DatasetFiles.manifest(split.split(), 0)).toString())
          .put(
              "parts",
              built.directory().resolve(DatasetFiles.PARTS + split.split() + "/").toString())
          .put("samples", split.counts().samples())
          .put("subjects", split.subjects())
          .put("bytes", split.counts().bytes())
          .put("part-count", split.parts().size());
      ObjectNode classes = own.putObject("classes");
      for (ClassCount count : split.classes()) {
        classes.put(count.label().name(), count.samples());
      }
    }
    return node;
  }
}
