package dev.shardline.cli.pipeline;

import dev.shardline.build.DatasetSection;
import dev.shardline.build.DatasetSpec;
import dev.shardline.cli.session.Wiring;
import dev.shardline.config.Config;
import dev.shardline.config.Section;
import dev.shardline.manifest.BuiltDataset;
import dev.shardline.manifest.SplitDescription;
import dev.shardline.pipeline.PipelineDefinition;
import dev.shardline.pipeline.bundle.ConfigBundle;
import dev.shardline.pipeline.bundle.ConfigBundler;
import dev.shardline.pipeline.check.DefinitionCheck;
import dev.shardline.pipeline.check.SettingsCheck;
import dev.shardline.pipeline.plan.InstancePlan;
import dev.shardline.pipeline.plan.InstancePlanner;
import dev.shardline.pipeline.plan.LocalGpus;
import dev.shardline.pipeline.plan.PartFacts;
import dev.shardline.pipeline.plan.PartFacts.SplitParts;
import dev.shardline.pipeline.render.PipelineRenderer;
import dev.shardline.pipeline.render.Workload;
import dev.shardline.pipeline.settings.PipelineSettings;
import dev.shardline.pipeline.settings.Problem;
import dev.shardline.pipeline.settings.SettingsReader;
import dev.shardline.recipe.Recipe;
import dev.shardline.recipe.RecipeReader;
import dev.shardline.shard.OutputSpec;
import dev.shardline.storage.ObjectLocation;
import dev.shardline.storage.StoreProvider;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A configuration's pipeline, read, checked, planned and rendered.
///
/// @param root the top of the configuration, for the places of problems
/// @param parts null while no data set has been named
/// @param warnings what the user should know; errors have been thrown
record PreparedPipeline(
    Section root,
    PipelineSettings settings,
    DatasetSpec dataset,
    Bundles bundles,
    @Nullable PartFacts parts,
    InstancePlan plan,
    PipelineDefinition definition,
    List<Problem> warnings) {
  PreparedPipeline {
    warnings = List.copyOf(warnings);
  }

  /// The configuration as the containers get it.
  record Bundles(ConfigBundle build, ConfigBundle process) {
    void publish(StoreProvider stores, ObjectLocation work) {
      build.publish(stores, work);
      process.publish(stores, work);
    }
  }

  /// @param built the data set's folder, to plan with its parts; null if there is none yet
  /// @throws dev.shardline.failure.UsageException naming everything that is wrong
  static PreparedPipeline of(Config config, StoreProvider stores, @Nullable ObjectLocation built)
      throws IOException {
    Section root = config.root();
    List<Problem> problems = new ArrayList<>();
    PipelineSettings settings = SettingsReader.read(root);
    problems.addAll(SettingsCheck.check(settings));
    PartFacts parts = built == null ? null : parts(BuiltDataset.open(stores, built.asDirectory()));
    InstancePlan plan =
        new InstancePlanner(LocalGpus::count)
            .plan(settings.preprocess(), settings.training(), parts);
    problems.addAll(plan.problems());
    Optional<Recipe> recipe = new RecipeReader(Wiring.steps()).read(root);
    var ignored = OutputSpec.read(root);
    root.has("dataset");
    root.finish();
    ConfigBundle build = ConfigBundler.forBuild(root);
    report(root, problems);
    DatasetSpec dataset = DatasetSection.read(root);
    Bundles bundles = new Bundles(build, ConfigBundler.forProcess(root));
    boolean fitted = recipe.flatMap(Recipe::unfitted).isPresent();
    PipelineDefinition definition =
        new PipelineRenderer(settings, workload(settings, dataset, bundles, fitted))
            .render(plan.instances());
    List<Problem> found = DefinitionCheck.check(definition);
    report(root, found);
    config.problems().throwIfAny();
    problems.addAll(found);
    return new PreparedPipeline(
        root,
        settings,
        dataset,
        bundles,
        parts,
        plan,
        definition,
        problems.stream().filter(problem -> !problem.isError()).toList());
  }

  private static void report(Section root, List<Problem> problems) {
    problems.stream()
        .filter(Problem::isError)
        .forEach(problem -> root.problem(problem.path(), problem.message()));
  }

  private static PartFacts parts(BuiltDataset dataset) {
    Map<String, SplitParts> splits = new LinkedHashMap<>();
    for (SplitDescription split : dataset.description().splits()) {
      if (!split.parts().isEmpty()) {
        splits.put(
            split.split().name(), new SplitParts(split.parts().size(), split.counts().bytes()));
      }
    }
    return new PartFacts(splits);
  }

  private static Workload workload(
      PipelineSettings settings, DatasetSpec dataset, Bundles bundles, boolean fitted) {
    ObjectLocation work = ObjectLocation.parse(settings.placement().work());
    List<String> sources =
        dataset.sources().stream().map(source -> source.location().toString()).toList();
    Map<String, Workload.Chosen> chosen = new LinkedHashMap<>();
    chosen.put("Seed", new Workload.Chosen("dataset.split.seed", dataset.split().seed(), true));
    List<String> splits = new ArrayList<>();
    dataset
        .split()
        .targets()
        .forEach(target -> {
          String name = target.split().name();
          splits.add(name);
          chosen.put(
              parameterName(name),
              new Workload.Chosen("dataset.split." + name, target.share().doubleValue(), false));
        });
    return new Workload(
        new Workload.Configs(
            bundles.build().locate(work).toString(), bundles.process().locate(work).toString()),
        sources.size() == 1 ? sources.getFirst() : sources.toString(),
        splits,
        chosen,
        fitted);
  }

  /// `TrainRatio` of `train`.
  private static String parameterName(String split) {
    StringBuilder name = new StringBuilder();
    for (String word : split.split("-")) {
      if (!word.isEmpty()) {
        name.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
      }
    }
    return name.append("Ratio").toString();
  }

  /// Where the data lies.
  List<ObjectLocation> sources() {
    return dataset.sources().stream().map(source -> source.location()).toList();
  }

  ObjectLocation work() {
    return ObjectLocation.parse(settings.placement().work());
  }
}
