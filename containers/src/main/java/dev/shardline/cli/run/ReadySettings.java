package dev.shardline.cli.run;

import dev.shardline.cli.session.Locations;
import dev.shardline.cli.session.RunSettings;
import dev.shardline.dataset.Split;
import dev.shardline.failure.UsageException;
import dev.shardline.fit.FittedRecipe;
import dev.shardline.lineage.FittedSteps;
import dev.shardline.manifest.BuiltDataset;
import dev.shardline.recipe.RecipeStep;
import dev.shardline.storage.Content;
import dev.shardline.storage.ObjectLocation;
import dev.shardline.storage.PublishOutcome;
import dev.shardline.storage.StoreProvider;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Settings whose recipe is ready to run: what its steps learn is found and held to the data set's
/// train split.
///
/// @param fitted what they learnt; empty for a recipe without such steps
record ReadySettings(RunSettings settings, Optional<FittedSteps> fitted) {
  /// @param run the run's folder, which may hold the fitted steps already
  /// @param given where the command line says that they lie; null to look in the run's folder
  /// @throws UsageException if the recipe has to be fitted first, or was fitted on something else
  static ReadySettings of(
      StoreProvider stores,
      RunSettings settings,
      BuiltDataset dataset,
      ObjectLocation run,
      @Nullable ObjectLocation given)
      throws IOException {
    Optional<RecipeStep> unfitted = settings.recipe().unfitted();
    if (unfitted.isEmpty()) {
      return new ReadySettings(settings, Optional.empty());
    }
    ObjectLocation file = given == null ? run.resolve(FittedSteps.FILE_NAME) : given;
    FittedSteps fitted = read(stores, file, unfitted.get(), given != null);
    return new ReadySettings(
        settings.withRecipe(
            FittedRecipe.of(
                settings.recipe(),
                fitted,
                Locations.shown(file),
                dataset.description().splitDigest(Split.TRAIN),
                RunSettings.OUTPUT_VERSION)),
        Optional.of(fitted));
  }

  private static FittedSteps read(
      StoreProvider stores, ObjectLocation file, RecipeStep unfitted, boolean given)
      throws IOException {
    try {
      return FittedSteps.read(stores.storeOf(file).read(file), Locations.shown(file));
    } catch (NoSuchFileException e) {
      String cause =
          given
              ? "%s is not there; %s needs it".formatted(Locations.shown(file), unfitted)
              : unfitted + " learns from the train split, and has not";
      throw new UsageException(
          cause
              + ". Run `shardline fit CONFIG --manifests URI --output URI`, then give the file that"
              + " it names with --fitted.",
          e);
    }
  }

  /// Puts what was learnt into the run's folder, where the audit looks for it.
  ///
  /// @throws UsageException if something else lies there
  void keep(StoreProvider stores, ObjectLocation run) throws IOException {
    if (fitted.isEmpty()) {
      return;
    }
    ObjectLocation file = run.resolve(FittedSteps.FILE_NAME);
    PublishOutcome outcome =
        stores.storeOf(file).publish(file, Content.ofBytes(fitted.get().toBytes()));
    if (outcome instanceof PublishOutcome.AlreadyDifferent) {
      throw new UsageException(
          "%s holds other fitted steps than this run's; choose another output"
              .formatted(Locations.shown(file)));
    }
  }
}
